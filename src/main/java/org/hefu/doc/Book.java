package org.hefu.doc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hefu.model.Account;
import org.hefu.model.Article;
import org.hefu.model.Instrument;
import org.hefu.model.Policy;
import org.hefu.model.Rule;
import org.hefu.model.Step;

/** All that the pages speak of: a policy, and what came of its scenarios. */
public final class Book {
  private final Policy policy;
  private final List<Trial> trials;
  private final Map<Instrument, List<Article>> accounts = new HashMap<>();
  private final Map<Instrument, List<Rule>> rules = new LinkedHashMap<>();
  private final Map<String, Set<Trial>> tried = new HashMap<>();
  private final Map<String, Set<Rule>> defeats = new HashMap<>();
  private final Map<String, Set<Rule>> defeatedBy = new HashMap<>();

  public Book(Policy policy, List<Trial> trials) {
    this.policy = policy;
    this.trials = List.copyOf(trials);
    for (Account account : policy.accounts()) {
      accounts.put(account.instrument(), account.articles());
    }
    policy.rules().forEach(this::add);
    for (Step step : policy.steps()) {
      if (step instanceof Step.Presume(_, var presuming)) {
        presuming.forEach(this::add);
      }
    }
    rules.values().forEach(each -> each.sort(Comparator.comparing(Rule::declared)));
    for (Trial trial : trials) {
      trial.rules().forEach(r -> at(tried, r).add(trial));
    }
    for (Rule rule : policy.rules()) {
      for (int[] some : policy.defeaters().get(rule.index())) {
        for (int by : some) {
          at(defeatedBy, rule).add(policy.rules().get(by));
          at(defeats, policy.rules().get(by)).add(rule);
        }
      }
    }
  }

  private void add(Rule rule) {
    rules.computeIfAbsent(rule.instrument(), _ -> new ArrayList<>()).add(rule);
  }

  /** A rule that requires several things is several rules of one name. */
  private static <T> Set<T> at(Map<String, Set<T>> map, Rule rule) {
    return map.computeIfAbsent(key(rule), _ -> new LinkedHashSet<>());
  }

  /** By what pages tell rules apart: the same rule may stand in several texts. */
  static String key(Rule rule) {
    return rule.instrument().slot() + " " + rule.names().name();
  }

  Policy policy() {
    return policy;
  }

  List<Trial> trials() {
    return trials;
  }

  /** The highest rank first, and of one rank the oldest. */
  List<Instrument> instruments() {
    return policy.instruments().stream()
        .sorted(Comparator.comparing(Instrument::rank).thenComparingLong(Instrument::from))
        .toList();
  }

  /** What the instrument's account says; empty where its module has none. */
  List<Article> articles(Instrument instrument) {
    return accounts.getOrDefault(instrument, List.of());
  }

  /** The rules of an instrument in the author's order, those of one name together. */
  List<List<Rule>> rules(Instrument instrument) {
    Map<String, List<Rule>> named = new LinkedHashMap<>();
    for (Rule rule : rules.getOrDefault(instrument, List.of())) {
      named.computeIfAbsent(rule.names().name(), _ -> new ArrayList<>()).add(rule);
    }
    return List.copyOf(named.values());
  }

  /** The rules that stand in the article or in a part of it. */
  List<List<Rule>> rules(Instrument instrument, Article article) {
    return rules(instrument).stream()
        .filter(r -> r.getFirst().citations().stream().anyMatch(article::touches))
        .toList();
  }

  /** The rules that name the article, or a part of it, for what follows when they are broken. */
  List<List<Rule>> punished(Instrument instrument, Article article) {
    return rules(instrument).stream()
        .filter(r ->
            r.getFirst().consequences().stream()
                .flatMap(c -> c.citations().stream())
                .anyMatch(article::touches))
        .toList();
  }

  /** The scenarios in which the rule applies or may apply. */
  Set<Trial> tried(Rule rule) {
    return tried.getOrDefault(key(rule), Set.of());
  }

  Set<Rule> defeats(Rule rule) {
    return defeats.getOrDefault(key(rule), Set.of());
  }

  Set<Rule> defeatedBy(Rule rule) {
    return defeatedBy.getOrDefault(key(rule), Set.of());
  }
}
