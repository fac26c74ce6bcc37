package org.hefu.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.hefu.model.Definition;
import org.hefu.model.Effect;
import org.hefu.model.Fact;
import org.hefu.model.Instrument;
import org.hefu.model.Kind;
import org.hefu.model.Pattern;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.model.Step;
import org.hefu.model.Tally;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.node.AndNode;
import org.hefu.node.ApplyNode;
import org.hefu.node.AskNode;
import org.hefu.node.ConstantTruthNode;
import org.hefu.node.ConstantValueNode;
import org.hefu.node.DaysNode;
import org.hefu.node.DefineNode;
import org.hefu.node.FillNode;
import org.hefu.node.GuardedRulesNode;
import org.hefu.node.HasNode;
import org.hefu.node.KnownNode;
import org.hefu.node.LessNode;
import org.hefu.node.ManyNode;
import org.hefu.node.Members;
import org.hefu.node.MovedNode;
import org.hefu.node.NotNode;
import org.hefu.node.OneOfNode;
import org.hefu.node.OrNode;
import org.hefu.node.PresumeNode;
import org.hefu.node.ReadTruthNode;
import org.hefu.node.ReadValueNode;
import org.hefu.node.SameMemberNode;
import org.hefu.node.SameTruthNode;
import org.hefu.node.SameValueNode;
import org.hefu.node.SearchNode;
import org.hefu.node.StepNode;
import org.hefu.node.SumNode;
import org.hefu.node.TallyNode;
import org.hefu.node.TotalNode;
import org.hefu.node.TruthNode;
import org.hefu.node.ValueNode;
import org.hefu.node.WideHasNode;
import org.hefu.node.WithinNode;
import org.jspecify.annotations.Nullable;

/** Makes nodes of terms, steps and rules. */
final class Lower {
  /** Up to how many slots of a set a node is unrolled. */
  private static final int EXPLODED = 16;

  /** For rows whose definitions are all worked out. */
  static final Lower ALL = new Lower(Map.of(), _ -> null);

  private final Map<Definition, Tally.Compared> tallies;

  /** For a definition's slot, what works it out once somebody reads it. */
  private final IntFunction<@Nullable StepNode> pending;

  /**
   * @param tallies the definitions that compare a count with the flow, to be worked out in one
   * @param pending for the slot of a definition that a row may not hold yet, what works it out
   */
  Lower(Map<Definition, Tally.Compared> tallies, IntFunction<@Nullable StepNode> pending) {
    this.tallies = tallies;
    this.pending = pending;
  }

  TruthNode truth(Term term) {
    return switch (term) {
      case Term.Or(_, var parts) when parts.size() >= ManyNode.MANY ->
          new ManyNode(truths(parts), Row.TRUE);
      case Term.And(_, var parts) when parts.size() >= ManyNode.MANY ->
          new ManyNode(truths(parts), Row.FALSE);
      case Term.Or(_, var parts) -> new OrNode(truths(parts));
      case Term.And(_, var parts) ->
          parts.size() == 1 ? truth(parts.getFirst()) : new AndNode(truths(parts));
      case Term.Not(_, var part) -> new NotNode(truth(part));
      case Term.Less(_, var left, var right, var orEqual) ->
          new LessNode(value(left), value(right), orEqual);
      case Term.Same(_, var left, var right) -> same(left, right);
      case Term.Within(_, var value, var kind, var members) ->
          new WithinNode(value(value), Members.of(kind, members));
      case Term.Has(_, var set, var kind, var member) -> has(set, kind, member);
      case Term.Matches(_, var match) -> new ReadTruthNode(match.slot());
      case Term.InStore(_, var stored) -> new ReadTruthNode(stored.covered());
      case Term.OneOf(_, var value, var values) ->
          new OneOfNode(value(value), values.stream().mapToLong(v -> v).toArray());
      case Term.Known(_, var fact) ->
          new KnownNode(fact.slot(), Row.unknown(fact.type()), pending.apply(fact.slot()));
      case Term.Stated(_, var fact) -> new ReadTruthNode(fact.slot());
      case Term.Derived(_, var definition) ->
          new ReadTruthNode(definition.slot(), pending.apply(definition.slot()));
      case Term.Constant(_, _, var value) -> new ConstantTruthNode((int) value);
      case Term.InForce(_, var instrument) -> new ReadTruthNode(instrument.slot());
      case Term.Open(_, var question) ->
          question.slot() < 0
              ? new ConstantTruthNode(Row.MAYBE)
              : new ReadTruthNode(question.slot());
      case Term.Sum _, Term.Total _, Term.Moved _, Term.Days _, Term.Faulty _ ->
          throw new IllegalStateException("no condition: " + term);
    };
  }

  private TruthNode same(Term left, Term right) {
    return switch (left.type()) {
      case Type.Truth _ -> new SameTruthNode(truth(left), truth(right));
      case Type.Of(var kind) when kind.shape() == Kind.Shape.TREE ->
          new SameMemberNode(value(left), value(right), kind.lasts());
      default -> new SameValueNode(value(left), value(right));
    };
  }

  ValueNode value(Term term) {
    return switch (term) {
      case Term.Constant(_, _, var value) -> new ConstantValueNode(value);
      case Term.Stated(_, var fact) -> new ReadValueNode(fact.slot());
      case Term.Derived(_, var definition) ->
          new ReadValueNode(definition.slot(), pending.apply(definition.slot()));
      case Term.Sum(_, _, var left, var minus, var right) ->
          new SumNode(value(left), value(right), minus);
      case Term.Total(_, _, var parts) ->
          new TotalNode(
              parts.stream().map(p -> truth(p.condition())).toArray(TruthNode[]::new),
              parts.stream().map(p -> value(p.value())).toArray(ValueNode[]::new));
      case Term.Moved(_, var date, var back, var by, var calendar) ->
          new MovedNode(value(date), value(by), back, calendar.orElse(null));
      case Term.Days(_, var date, var since) -> new DaysNode(value(date), value(since));
      default -> throw new IllegalStateException("no value: " + term);
    };
  }

  private TruthNode[] truths(List<Term> parts) {
    return parts.stream().map(this::truth).toArray(TruthNode[]::new);
  }

  private static TruthNode has(Fact set, Kind kind, Kind.Member wanted) {
    if (set.width() > EXPLODED) {
      return new WideHasNode(set.slot(), wanted.index(), wanted.last(), kind.parents());
    }
    int[] above =
        IntStream.iterate(wanted.parent(), at -> at >= 0, at -> kind.member(at).parent()).toArray();
    return new HasNode(
        set.slot(), mask(set.width(), wanted.index(), wanted.last()), mask(set.width(), above));
  }

  /** For each text: does the pattern cover it? */
  private static byte[] truths(Pattern pattern, List<String> words) {
    byte[] truths = new byte[words.size()];
    for (int i = 0; i < truths.length; i++) {
      truths[i] = (byte) pattern.of(Pattern.named(words.get(i)));
    }
    return truths;
  }

  private static long[] mask(int width, int first, int last) {
    return mask(width, IntStream.rangeClosed(first, last).toArray());
  }

  private static long[] mask(int width, int[] members) {
    long[] mask = new long[width];
    for (int each : members) {
      mask[each / Row.BITS] |= 1L << (each % Row.BITS);
    }
    return mask;
  }

  FillNode step(Step step) {
    return switch (step) {
      case Step.Ask(var match, var words) ->
          new AskNode(match.slot(), match.fact().slot(), truths(match.pattern(), words));
      case Step.Search(var stored, var words) -> new SearchNode(stored, words);
      case Step.Define(Definition definition) ->
          definition.body().type() instanceof Type.Truth
              ? DefineNode.of(definition.slot(), defined(definition))
              : DefineNode.of(definition.slot(), value(definition.body()));
      case Step.Apply(Instrument instrument) ->
          new ApplyNode(instrument.slot(), truth(instrument.applies()));
      case Step.Presume(var fact, var rules) ->
          new PresumeNode(
              fact.slot(),
              Row.unknown(fact.type()),
              rules.stream().map(this::rule).toArray(TruthNode[]::new),
              rules.stream().mapToLong(r -> ((Effect.Presume) r.effect()).value()).toArray());
    };
  }

  private TruthNode defined(Definition definition) {
    Tally.Compared compared = tallies.get(definition);
    if (compared == null) {
      return truth(definition.body());
    }
    Definition counts = compared.tally().counts();
    return new TallyNode(
        compared.tally(),
        compared.comparison(),
        new ReadTruthNode(counts.slot(), pending.apply(counts.slot())),
        value(compared.comparison().limit()));
  }

  /** Does the rule apply: its instrument, its act, its conditions? */
  TruthNode rule(Rule rule) {
    return new AndNode(new TruthNode[] {guard(rule), conditions(rule)});
  }

  private TruthNode guard(Rule rule) {
    return new AndNode(
        new TruthNode[] {new ReadTruthNode(rule.instrument().slot()), truth(rule.act())});
  }

  private TruthNode conditions(Rule rule) {
    List<Term> parts = new ArrayList<>();
    if (rule.when() instanceof Term.And(_, var several)) {
      parts.addAll(several);
    } else if (!isConstant(rule.when(), Row.TRUE)) {
      parts.add(rule.when());
    }
    if (!isConstant(rule.unless(), Row.FALSE)) {
      parts.add(new Term.Not(rule.unless().span(), rule.unless()));
    }
    return truth(new Term.And(rule.declared(), parts));
  }

  private static boolean isConstant(Term term, int truth) {
    return term instanceof Term.Constant(_, _, var value) && value == truth;
  }

  /** A stretch of the policy's rules, neighbours with the same instrument and acts together. */
  GuardedRulesNode[] rules(List<Rule> rules) {
    List<GuardedRulesNode> groups = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= rules.size(); to++) {
      if (to == rules.size() || !shareGuard(rules.get(from), rules.get(to))) {
        List<Rule> group = rules.subList(from, to);
        TruthNode[] conditions = group.stream().map(this::conditions).toArray(TruthNode[]::new);
        groups.add(
            new GuardedRulesNode(group.getFirst().index(), guard(group.getFirst()), conditions));
        from = to;
      }
    }
    return groups.toArray(GuardedRulesNode[]::new);
  }

  private static boolean shareGuard(Rule one, Rule other) {
    return one.instrument().equals(other.instrument())
        && one.effect().spokenOf().equals(other.effect().spokenOf());
  }

  /** Roughly how many nodes a rule takes. */
  static int size(Rule rule) {
    return size(rule.act()) + size(rule.when()) + size(rule.unless());
  }

  /** Roughly how many nodes a step takes. */
  static int size(Step step) {
    return switch (step) {
      case Step.Define(Definition definition) -> size(definition.body());
      case Step.Apply(Instrument instrument) -> size(instrument.applies());
      case Step.Presume(_, var rules) -> rules.stream().mapToInt(Lower::size).sum();
      case Step.Ask _, Step.Search _ -> 1;
    };
  }

  /** How many nodes a term takes. Always: the check has cut terms so that none is deep. */
  private static int size(Term term) {
    return switch (term) {
      case Term.Or(_, var parts) -> 1 + parts.stream().mapToInt(Lower::size).sum();
      case Term.And(_, var parts) -> 1 + parts.stream().mapToInt(Lower::size).sum();
      case Term.Not(_, var part) -> 1 + size(part);
      case Term.Less(_, var left, var right, _) -> 1 + size(left) + size(right);
      case Term.Same(_, var left, var right) -> 1 + size(left) + size(right);
      case Term.Within(_, var value, _, _) -> 1 + size(value);
      case Term.Sum(_, _, var left, _, var right) -> 1 + size(left) + size(right);
      case Term.Moved(_, var date, _, var by, _) -> 1 + size(date) + size(by);
      case Term.Days(_, var date, var since) -> 1 + size(date) + size(since);
      case Term.OneOf(_, var value, _) -> 1 + size(value);
      case Term.Total _ -> 1 + term.parts().stream().mapToInt(Lower::size).sum();
      case Term.Constant _,
          Term.Stated _,
          Term.Derived _,
          Term.Has _,
          Term.Known _,
          Term.InForce _,
          Term.Matches _,
          Term.InStore _,
          Term.Open _,
          Term.Faulty _ ->
          1;
    };
  }
}
