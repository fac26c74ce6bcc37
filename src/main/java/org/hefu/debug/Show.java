package org.hefu.debug;

import com.oracle.truffle.api.TruffleLanguage;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hefu.decide.FactValue;
import org.hefu.decide.Truth;
import org.hefu.engine.Answers;
import org.hefu.fact.Facts;
import org.hefu.model.Names;
import org.hefu.model.Period;
import org.hefu.model.Policy;
import org.hefu.model.Row;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.text.Bilingual;
import org.hefu.text.Language;
import org.hefu.text.Wording;

/** How facts and what conditions come to are shown in a debugger, in one language. */
final class Show {
  private final Class<? extends TruffleLanguage<?>> of;
  private final Policy policy;
  private final Answers answers;
  private final Wording words;

  @SuppressWarnings("unchecked")
  Show(TruffleLanguage<?> of, Policy policy, Answers answers, Language language) {
    this.of = (Class<? extends TruffleLanguage<?>>) of.getClass();
    this.policy = policy;
    this.answers = answers;
    this.words = new Wording("org.hefu.debug.words", language);
  }

  String say(String key, Object... args) {
    return words.say(key, args);
  }

  Shown text(String text) {
    return new Shown(of, text, null, Map.of());
  }

  Shown group(Map<String, Object> members) {
    return new Shown(of, "", null, members);
  }

  Shown truth(Truth truth) {
    return new Shown(of, say(truth.word()), truth, Map.of());
  }

  /** What a condition or another term comes to. */
  Shown value(Term term) {
    if (term.type() instanceof Type.Truth) {
      return truth(answers.truth(term));
    }
    long value = answers.value(term);
    return text(value == Row.UNKNOWN ? say("unknown") : said(term.type(), value));
  }

  private String said(Type type, long value) {
    Language language = words.language();
    return switch (type) {
      case Type.Truth _ -> say(Truth.of(value).word());
      case Type.Number number -> Facts.counted(value, number).in(language);
      case Type.Date _ -> LocalDate.ofEpochDay(value).toString();
      case Type.Duration _ -> Period.of(value).said(Period.amount(value), language);
      case Type.Of(var kind) when value < kind.members().size() ->
          kind.member((int) value).names().in(language);
      case Type.Words _ when value >= 0 -> "“" + policy.words().get((int) value) + "”";
      case Type.Of _, Type.Words _, Type.SetOf _, Type.SetOfWords _ -> Long.toString(value);
    };
  }

  /** What the flow states, as the request has it. */
  Map<String, Object> facts() {
    return fields(policy.request().fields());
  }

  private Map<String, Object> fields(List<Policy.Field> fields) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (Policy.Field field : fields) {
      members.put(
          name(field.names()),
          field.fact().<Object>map(f -> fact(answers.of(f))).orElseGet(() -> field(field)));
    }
    return members;
  }

  Shown field(Policy.Field field) {
    return field
        .fact()
        .map(f -> fact(answers.of(f)))
        .orElseGet(() -> group(fields(field.fields())));
  }

  private Shown fact(FactValue value) {
    String said = value.value().map((Bilingual v) -> v.in(words.language())).orElse(say("unknown"));
    String shown = value.presumed() ? say("presumed", said) : said;
    if (value.fact().type() instanceof Type.Truth) {
      Truth truth = answers.truth(new Term.Stated(value.fact().declared(), value.fact()));
      shown = say(truth.word());
      return new Shown(of, value.presumed() ? say("presumed", shown) : shown, truth, Map.of());
    }
    return text(shown);
  }

  /** Its name with its label, where that says more. */
  String name(Names names) {
    String label = names.in(words.language());
    return label.isEmpty()
            || label.equals(names.name())
            || label.equals(names.name().replace('_', ' '))
        ? names.name()
        : say("labelled", names.name(), label);
  }
}
