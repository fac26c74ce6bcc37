package org.hefu.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hefu.text.Language;
import org.hefu.text.Span;

/**
 * One thing wrong: where it is, what to say, what may help, and what other places have to do with
 * it.
 *
 * @param args fill the {@code {0}}, {@code {1}} … of the message; a {@link Phrase} is said in the
 *     reader's language
 */
public record Problem(
    Code code, Span span, List<Object> args, Optional<Help> help, List<Related> related)
    implements Comparable<Problem> {

  /** A word of our own inside a message, by its key in the bundle. */
  public record Phrase(String key) {}

  /** What may help, by its key in the bundle. */
  public record Help(String key, List<Object> args) {}

  /** Another place that has to do with the problem, and what to say of it. */
  public record Related(Span span, String key, List<Object> args) {
    public String message(Language language) {
      return Messages.say(language, "related." + key, args);
    }
  }

  public static Problem of(Code code, Span span, Object... args) {
    return new Problem(code, span, List.of(args), Optional.empty(), List.of());
  }

  public Problem help(String key, Object... args) {
    return new Problem(code, span, this.args, Optional.of(new Help(key, List.of(args))), related);
  }

  /** With "did you mean …?" where there is something near. */
  public Problem nearest(Optional<String> name) {
    return name.map(n -> help("did-you-mean", n)).orElse(this);
  }

  public Problem related(Span place, String key, Object... args) {
    List<Related> all = new ArrayList<>(related);
    all.add(new Related(place, key, List.of(args)));
    return new Problem(code, span, this.args, help, List.copyOf(all));
  }

  public String message(Language language) {
    return Messages.say(language, code.id(), args);
  }

  public Optional<String> helpText(Language language) {
    return help.map(h -> Messages.say(language, "help." + h.key(), h.args()));
  }

  public boolean isError() {
    return code.severity() == Severity.ERROR;
  }

  @Override
  public int compareTo(Problem other) {
    int by = span.compareTo(other.span);
    return by != 0 ? by : code.compareTo(other.code);
  }
}
