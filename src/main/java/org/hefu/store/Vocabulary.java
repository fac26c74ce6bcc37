package org.hefu.store;

import org.hefu.model.Fact;
import org.hefu.model.Fields;
import org.hefu.model.Kind;
import org.hefu.model.Period;
import org.hefu.model.Policy;
import org.hefu.model.Type;
import org.hefu.model.Unit;

/** What flows may state: kinds, units, types, facts, and the request that they make up. */
final class Vocabulary {
  private static final Kind.Shape[] SHAPES = Kind.Shape.values();
  private static final Period[] PERIODS = Period.values();

  private Vocabulary() {}

  static void write(Output out, Policy.Request request) {
    Words.write(out, request.names());
    writeFields(out, request.fields());
    out.list(request.facts(), Vocabulary::write);
    write(out, request.act());
    write(out, request.on());
    write(out, request.stage());
  }

  static Policy.Request request(Input in) {
    return new Policy.Request(
        Words.names(in), fields(in), in.list(Vocabulary::fact), fact(in), fact(in), fact(in));
  }

  private static void writeFields(Output out, java.util.List<Policy.Field> fields) {
    out.truth(fields instanceof Fields);
    out.list(fields, Vocabulary::write);
  }

  private static java.util.List<Policy.Field> fields(Input in) {
    boolean indexed = in.truth();
    java.util.List<Policy.Field> fields = in.list(Vocabulary::field);
    return indexed ? new Fields(fields) : fields;
  }

  private static void write(Output out, Policy.Field field) {
    Words.write(out, field.names());
    out.span(field.declared());
    out.maybe(field.fact(), Vocabulary::write);
    writeFields(out, field.fields());
  }

  private static Policy.Field field(Input in) {
    return new Policy.Field(Words.names(in), in.span(), in.maybe(Vocabulary::fact), fields(in));
  }

  static void write(Output out, Fact fact) {
    out.shared(fact, Vocabulary::writeNew);
  }

  private static void writeNew(Output out, Fact fact) {
    out.number(fact.slot());
    out.list(fact.path(), Words::write);
    write(out, fact.type());
    out.truth(fact.required());
    Words.write(out, fact.question());
    Words.write(out, fact.knower());
    out.span(fact.declared());
  }

  static Fact fact(Input in) {
    return in.shared(Vocabulary::newFact);
  }

  private static Fact newFact(Input in) {
    return new Fact(
        in.number(),
        in.list(Words::names),
        type(in),
        in.truth(),
        Words.bilingual(in),
        Words.bilingual(in),
        in.span());
  }

  static void write(Output out, Type type) {
    switch (type) {
      case Type.Truth _ -> out.number(0);
      case Type.Number(var unit) -> {
        out.number(1);
        out.maybe(unit, Vocabulary::write);
      }
      case Type.Date _ -> out.number(2);
      case Type.Duration(var period) -> {
        out.number(3);
        out.maybe(period, Vocabulary::write);
      }
      case Type.Words _ -> out.number(4);
      case Type.Of(var kind) -> {
        out.number(5);
        write(out, kind);
      }
      case Type.SetOf(var kind) -> {
        out.number(6);
        write(out, kind);
      }
      case Type.SetOfWords _ -> out.number(7);
    }
  }

  static Type type(Input in) {
    return switch (in.number()) {
      case 0 -> Type.TRUTH;
      case 1 -> new Type.Number(in.maybe(Vocabulary::unit));
      case 2 -> Type.DATE;
      case 3 -> new Type.Duration(in.maybe(Vocabulary::period));
      case 4 -> Type.WORDS;
      case 5 -> new Type.Of(kind(in));
      case 6 -> new Type.SetOf(kind(in));
      case 7 -> Type.SET_OF_WORDS;
      default -> throw new Unreadable();
    };
  }

  private static void write(Output out, Period period) {
    out.number(period.ordinal());
  }

  private static Period period(Input in) {
    return PERIODS[in.number()];
  }

  static void write(Output out, Unit unit) {
    out.shared(unit, (o, u) -> Words.write(o, u.names()));
  }

  static Unit unit(Input in) {
    return in.shared(i -> new Unit(Words.names(i)));
  }

  static void write(Output out, Kind kind) {
    out.shared(kind, Vocabulary::writeNew);
  }

  private static void writeNew(Output out, Kind kind) {
    Words.write(out, kind.names());
    out.number(kind.shape().ordinal());
    out.list(kind.members(), Vocabulary::write);
  }

  static Kind kind(Input in) {
    return in.shared(Vocabulary::newKind);
  }

  private static Kind newKind(Input in) {
    return new Kind(Words.names(in), SHAPES[in.number()], in.list(Vocabulary::member));
  }

  static void write(Output out, Kind.Member member) {
    out.shared(member, Vocabulary::writeNew);
  }

  private static void writeNew(Output out, Kind.Member member) {
    Words.write(out, member.names());
    out.number(member.index());
    out.number(member.last());
    out.number(member.parent() + 1);
    Words.write(out, member.note());
  }

  static Kind.Member member(Input in) {
    return in.shared(Vocabulary::newMember);
  }

  private static Kind.Member newMember(Input in) {
    return new Kind.Member(
        Words.names(in), in.number(), in.number(), in.number() - 1, Words.bilingual(in));
  }
}
