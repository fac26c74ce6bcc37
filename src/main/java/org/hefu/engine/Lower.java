package org.hefu.engine;

import java.util.ArrayList;
import java.util.List;
import org.hefu.model.Definition;
import org.hefu.model.Effect;
import org.hefu.model.Instrument;
import org.hefu.model.Kind;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.model.Step;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.node.AndNode;
import org.hefu.node.ApplyNode;
import org.hefu.node.ConstantTruthNode;
import org.hefu.node.ConstantValueNode;
import org.hefu.node.DefineNode;
import org.hefu.node.GuardedRulesNode;
import org.hefu.node.HasNode;
import org.hefu.node.KnownNode;
import org.hefu.node.LessNode;
import org.hefu.node.MovedNode;
import org.hefu.node.NotNode;
import org.hefu.node.OrNode;
import org.hefu.node.PresumeNode;
import org.hefu.node.ReadTruthNode;
import org.hefu.node.ReadValueNode;
import org.hefu.node.SameMemberNode;
import org.hefu.node.SameTruthNode;
import org.hefu.node.SameValueNode;
import org.hefu.node.StepNode;
import org.hefu.node.SumNode;
import org.hefu.node.TruthNode;
import org.hefu.node.ValueNode;
import org.hefu.node.WithinNode;

/** Makes nodes of terms, steps and rules. */
final class Lower {
  private Lower() {}

  static TruthNode truth(Term term) {
    return switch (term) {
      case Term.Or(_, var parts) -> new OrNode(truths(parts));
      case Term.And(_, var parts) ->
          parts.size() == 1 ? truth(parts.getFirst()) : new AndNode(truths(parts));
      case Term.Not(_, var part) -> new NotNode(truth(part));
      case Term.Less(_, var left, var right, var orEqual) ->
          new LessNode(value(left), value(right), orEqual);
      case Term.Same(_, var left, var right) -> same(left, right);
      case Term.Within(_, var value, var kind, var members) ->
          new WithinNode(value(value), truths(kind, members));
      case Term.Has(_, var set, var kind, var member) -> has(set.slot(), set.width(), kind, member);
      case Term.Known(_, var fact) -> new KnownNode(fact.slot(), Row.unknown(fact.type()));
      case Term.Stated(_, var fact) -> new ReadTruthNode(fact.slot());
      case Term.Derived(_, var definition) -> new ReadTruthNode(definition.slot());
      case Term.Constant(_, _, var value) -> new ConstantTruthNode((int) value);
      case Term.InForce(_, var instrument) -> new ReadTruthNode(instrument.slot());
      case Term.Open(_, var question) -> new ReadTruthNode(question.slot());
      case Term.Sum _, Term.Moved _, Term.Faulty _ ->
          throw new IllegalStateException("no condition: " + term);
    };
  }

  private static TruthNode same(Term left, Term right) {
    return switch (left.type()) {
      case Type.Truth _ -> new SameTruthNode(truth(left), truth(right));
      case Type.Of(var kind) when kind.shape() == Kind.Shape.TREE ->
          new SameMemberNode(
              value(left),
              value(right),
              kind.members().stream().mapToInt(Kind.Member::last).toArray());
      default -> new SameValueNode(value(left), value(right));
    };
  }

  static ValueNode value(Term term) {
    return switch (term) {
      case Term.Constant(_, _, var value) -> new ConstantValueNode(value);
      case Term.Stated(_, var fact) -> new ReadValueNode(fact.slot());
      case Term.Derived(_, var definition) -> new ReadValueNode(definition.slot());
      case Term.Sum(_, _, var left, var minus, var right) ->
          new SumNode(value(left), value(right), minus);
      case Term.Moved(_, var date, var back, var by) -> new MovedNode(value(date), value(by), back);
      default -> throw new IllegalStateException("no value: " + term);
    };
  }

  private static TruthNode[] truths(List<Term> parts) {
    return parts.stream().map(Lower::truth).toArray(TruthNode[]::new);
  }

  /**
   * For each member of the kind: does it lie within one of those, or might it, lying above one? And
   * then for what lies in each member, but in none below it: does that?
   */
  static byte[] truths(Kind kind, List<Kind.Member> within) {
    byte[] truths = new byte[2 * kind.members().size()];
    for (Kind.Member member : kind.members()) {
      int truth = Row.FALSE;
      for (Kind.Member one : within) {
        truth =
            Math.max(
                truth, one.holds(member) ? Row.TRUE : member.holds(one) ? Row.MAYBE : Row.FALSE);
      }
      truths[member.index()] = (byte) truth;
      truths[(int) kind.elsewhere(member)] = (byte) (truth == Row.TRUE ? Row.TRUE : Row.FALSE);
    }
    return truths;
  }

  private static TruthNode has(int slot, int width, Kind kind, Kind.Member wanted) {
    long[] members = new long[width];
    long[] above = new long[width];
    for (Kind.Member member : kind.members()) {
      long bit = 1L << (member.index() % Row.BITS);
      if (wanted.holds(member)) {
        members[member.index() / Row.BITS] |= bit;
      } else if (member.holds(wanted)) {
        above[member.index() / Row.BITS] |= bit;
      }
    }
    return new HasNode(slot, members, above);
  }

  static StepNode step(Step step) {
    return switch (step) {
      case Step.Define(Definition definition) ->
          definition.body().type() instanceof Type.Truth
              ? DefineNode.of(definition.slot(), truth(definition.body()))
              : DefineNode.of(definition.slot(), value(definition.body()));
      case Step.Apply(Instrument instrument) ->
          new ApplyNode(instrument.slot(), truth(instrument.applies()));
      case Step.Presume(var fact, var rules) ->
          new PresumeNode(
              fact.slot(),
              Row.unknown(fact.type()),
              rules.stream().map(Lower::rule).toArray(TruthNode[]::new),
              rules.stream().mapToLong(r -> ((Effect.Presume) r.effect()).value()).toArray());
    };
  }

  /** Does the rule apply: its instrument, its act, its conditions? */
  static TruthNode rule(Rule rule) {
    return new AndNode(new TruthNode[] {guard(rule), conditions(rule)});
  }

  private static TruthNode guard(Rule rule) {
    return new AndNode(
        new TruthNode[] {new ReadTruthNode(rule.instrument().slot()), truth(rule.act())});
  }

  private static TruthNode conditions(Rule rule) {
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
  static GuardedRulesNode[] rules(List<Rule> rules) {
    List<GuardedRulesNode> groups = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= rules.size(); to++) {
      if (to == rules.size() || !shareGuard(rules.get(from), rules.get(to))) {
        List<Rule> group = rules.subList(from, to);
        TruthNode[] conditions = group.stream().map(Lower::conditions).toArray(TruthNode[]::new);
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
}
