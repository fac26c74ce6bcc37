package org.hefu.store;

import org.hefu.model.Tally;

/** Tallies. */
final class Counts {
  private static final Tally.Window[] WINDOWS = Tally.Window.values();

  private Counts() {}

  static void write(Output out, Tally tally) {
    Words.write(out, tally.names());
    out.maybe(tally.unit(), Vocabulary::write);
    Vocabulary.write(out, tally.per());
    out.number(tally.window().ordinal());
    Vocabulary.write(out, tally.before());
    Vocabulary.write(out, tally.flow());
    Vocabulary.write(out, tally.together());
    out.truth(tally.statable());
    Terms.write(out, tally.counts());
    Vocabulary.write(out, tally.othersLeast());
    Vocabulary.write(out, tally.othersMost());
    out.list(tally.comparisons(), Counts::write);
    out.span(tally.declared());
  }

  static Tally tally(Input in) {
    return new Tally(
        Words.names(in),
        in.maybe(Vocabulary::unit),
        Vocabulary.fact(in),
        WINDOWS[in.number()],
        Vocabulary.fact(in),
        Vocabulary.fact(in),
        Vocabulary.fact(in),
        in.truth(),
        Terms.definition(in),
        Vocabulary.fact(in),
        Vocabulary.fact(in),
        in.list(Counts::comparison),
        in.span());
  }

  private static void write(Output out, Tally.Comparison comparison) {
    Terms.write(out, comparison.definition());
    Terms.write(out, comparison.limit());
    out.truth(comparison.orEqual());
    out.truth(comparison.reaches());
  }

  private static Tally.Comparison comparison(Input in) {
    return new Tally.Comparison(Terms.definition(in), Terms.term(in), in.truth(), in.truth());
  }
}
