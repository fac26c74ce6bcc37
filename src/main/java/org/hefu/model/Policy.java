package org.hefu.model;

import java.util.List;
import java.util.Optional;
import org.hefu.text.Bilingual;
import org.hefu.text.Span;

/**
 * Everything the loaded modules say, resolved.
 *
 * @param slots how long a row is
 * @param words the texts that conditions compare with, by index
 * @param accounts of the instruments whose modules give one
 * @param rules all but presumptions, in an order in which each comes after those that may defeat it
 * @param defeaters for each rule, the indices of the rules that may defeat it, each once, in one
 *     ascending array or in several; many rules may share an array
 * @param matches the patterns that are asked of facts, each pair once
 * @param grants each after its parent
 * @param coverings what each of the grants takes, in the same order
 * @param granted "some grant covers the flow"; empty where nothing speaks of it
 * @param stored what is asked of a store of grants; empty where nothing speaks of grants
 * @param calendar the working days, where a list tells them
 */
public record Policy(
    Sources sources,
    Request request,
    int slots,
    List<String> words,
    List<Instrument> instruments,
    List<Account> accounts,
    List<Procedure> procedures,
    List<Question> questions,
    List<Step> steps,
    List<Rule> rules,
    List<List<int[]>> defeaters,
    List<Scenario> scenarios,
    List<Match> matches,
    Roles roles,
    List<Grant> grants,
    List<Covering> coverings,
    Optional<Definition> granted,
    Optional<Stored> stored,
    Optional<Calendar> calendar,
    List<Tally> tallies) {

  public Policy {
    words = words instanceof Words ? words : new Words(words);
  }

  /** The same policy, with these grants beside those that it states. Always: it asks for some. */
  public Policy with(GrantStore store) {
    Stored asked = stored.orElseThrow().to(store);
    List<Step> searching =
        steps.stream()
            .map(s -> s instanceof Step.Search ? new Step.Search(asked, words) : s)
            .toList();
    return new Policy(
        sources,
        request,
        slots,
        words,
        instruments,
        accounts,
        procedures,
        questions,
        searching,
        rules,
        defeaters,
        scenarios,
        matches,
        roles,
        grants,
        coverings,
        granted,
        Optional.of(asked),
        calendar,
        tallies);
  }

  /**
   * What a flow states.
   *
   * @param fields as a tree, as flows write them
   * @param facts the leaves of that tree, in its order
   */
  public record Request(
      Names names, List<Field> fields, List<Fact> facts, Fact act, Fact on, Fact stage) {

    /** Under what flows state their parts; no field of a request is called so. */
    public static final Names PARTS =
        Names.of("parts", List.of("部分"), new Bilingual("部分", "parts"));

    /** The field at the path, by names or aliases. */
    public Optional<Field> at(List<String> path) {
      List<Field> among = fields;
      Optional<Field> found = Optional.empty();
      for (String word : path) {
        found = Field.called(among, word);
        among = found.map(Field::fields).orElse(List.of());
      }
      return found;
    }
  }

  /** A fact, or a group of them. */
  public record Field(Names names, Span declared, Optional<Fact> fact, List<Field> fields) {
    public static Optional<Field> called(List<Field> among, String word) {
      return among instanceof Fields indexed
          ? indexed.called(word)
          : among.stream().filter(f -> f.names().isCalled(word)).findFirst();
    }
  }
}
