package org.hefu.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hefu.model.Instrument.Status;
import org.hefu.model.Names;
import org.hefu.model.Period;
import org.hefu.model.Question;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.problem.Problem.Phrase;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Expr;
import org.hefu.syntax.Path;
import org.hefu.syntax.Property;
import org.hefu.syntax.Property.Value;
import org.hefu.syntax.Table;
import org.hefu.text.Bilingual;
import org.hefu.text.Nearest;
import org.hefu.text.Span;
import org.jspecify.annotations.Nullable;

/** Pass: lists, with what their files say; and the calendar that some of them are. */
final class Lists {
  private static final Map<String, String> KEYS =
      Map.ofEntries(
          Map.entry("record", "record"),
          Map.entry("结构", "record"),
          Map.entry("file", "file"),
          Map.entry("文件", "file"),
          Map.entry("status", "status"),
          Map.entry("状态", "status"),
          Map.entry("in_force", "in_force"),
          Map.entry("施行", "in_force"),
          Map.entry("issuer", "issuer"),
          Map.entry("制定机关", "issuer"),
          Map.entry("source", "source"),
          Map.entry("出处", "source"),
          Map.entry("role", "role"),
          Map.entry("角色", "role"));

  private final World world;
  private final Map<Span, Table> tables = new HashMap<>();
  private final Function<Table.Cell, Optional<Expr>> literals;
  private final Calendars calendars;

  /**
   * @param literals reads a cell as the value that a policy would write so
   */
  Lists(World world, List<Table> tables, Function<Table.Cell, Optional<Expr>> literals) {
    this.world = world;
    this.literals = literals;
    this.calendars = new Calendars(world);
    tables.forEach(t -> this.tables.put(t.asked(), t));
  }

  void run() {
    for (Scope scope : world.scopes.values()) {
      for (Symbol symbol : new LinkedHashSet<>(scope.own(Symbol.Space.VALUES).values())) {
        if (symbol instanceof Symbol.OfList list) {
          list.worked = listing(scope, list.syntax);
        }
      }
    }
    world.calendar = calendars.calendar();
  }

  private @Nullable Listing listing(Scope scope, Declaration.Listing syntax) {
    Span place = syntax.called().name().span();
    Lines lines = Lines.of(world, syntax.properties(), KEYS);
    Optional<Symbol.OfRecord> record = record(scope, lines, place);
    Optional<Status> status = lines.status("status");
    Optional<Value.Dates> dates = lines.dates("in_force");
    Bilingual issuer = lines.words("issuer");
    Bilingual source = lines.words("source");
    Property file = lines.at("file");
    Optional<Table> table =
        lines.words("file").isEmpty() || file == null
            ? Optional.empty()
            : Optional.ofNullable(tables.get(file.span()));
    boolean repealed = status.map(s -> s == Status.REPEALED || s == Status.AMENDED).orElse(false);
    if (repealed && dates.map(d -> d.to().isEmpty()).orElse(true)) {
      unbounded(lines, place);
    }
    if (record.isEmpty()) {
      return null;
    }
    List<Listing.Column> columns = columns(record.get());
    if (columns.size() < record.get().syntax().fields().size()) {
      return null;
    }
    List<List<Listing.Value>> rows =
        table.map(t -> new Rows(world, record.get(), columns, literals).of(t)).orElse(List.of());
    boolean draft = status.orElse(Status.IN_FORCE) == Status.DRAFT;
    role(lines, place, columns, rows, file != null && !draft, dates);
    Names names = World.names(syntax.called());
    String why = draft ? "draft" : file == null ? "file" : "date";
    return new Listing(
        names,
        record.get().syntax(),
        columns,
        rows,
        draft || file == null ? Term.truth(place, false) : inForce(place, dates),
        question(names, issuer, source, place, absent(why)),
        question(names, issuer, source, place, new Bilingual("中未写明的内容", "what is left open in")));
  }

  private static Bilingual absent(String why) {
    return switch (why) {
      case "draft" -> new Bilingual("的内容（草案，未生效）", "the content of (a draft)");
      case "file" -> new Bilingual("的内容（未载入）", "the content of (not loaded)");
      default -> new Bilingual("的内容（该日不在施行期内）", "the content of (not in force on that day)");
    };
  }

  /** Said as {@code 清单“X”的内容（未载入）} and {@code the content of the list “X” (not loaded)}. */
  private static Question question(
      Names names, Bilingual issuer, Bilingual source, Span place, Bilingual what) {
    int bracket = what.en().indexOf(" (");
    String before = bracket < 0 ? what.en() : what.en().substring(0, bracket);
    String after = bracket < 0 ? "" : what.en().substring(bracket);
    Bilingual label =
        new Bilingual(
            "清单“" + names.label().zh() + "”" + what.zh(),
            before + " the list “" + names.label().en() + "”" + after);
    return new Question(new Names(names.name(), List.of(), label), issuer, source, place);
  }

  private Term inForce(Span place, Optional<Value.Dates> dates) {
    if (dates.isEmpty() || world.request == null) {
      return Term.truth(place, true);
    }
    Term day = new Term.Stated(place, world.request.on());
    List<Term> parts = new ArrayList<>();
    parts.add(new Term.Less(place, day(place, dates.get().from()), day, true));
    dates.get().to().ifPresent(to -> parts.add(new Term.Less(place, day, day(place, to), true)));
    return new Term.And(place, parts);
  }

  private static Term day(Span place, long day) {
    return new Term.Constant(place, Type.DATE, day);
  }

  private void role(
      Lines lines,
      Span place,
      List<Listing.Column> columns,
      List<List<Listing.Value>> rows,
      boolean isLoaded,
      Optional<Value.Dates> dates) {
    if (!lines.has("role")) {
      return;
    }
    boolean isCalendar =
        lines
            .path("role", new Phrase("a-list-role"))
            .filter(p -> Period.called(p.toString()).equals(Optional.of(Period.WORKING_DAYS)))
            .isPresent();
    if (!isCalendar) {
      lines.wrong("role", new Phrase("a-list-role"));
    } else if (dates.isEmpty() || dates.get().to().isEmpty()) {
      unbounded(lines, place);
    } else {
      Property record = lines.at("record");
      calendars.add(
          record == null ? place : record.span(), place, columns, rows, isLoaded, dates.get());
    }
  }

  private static void unbounded(Lines lines, Span place) {
    if (lines.has("in_force")) {
      lines.wrong("in_force", new Phrase("bounded-dates"));
    } else {
      lines.missing("in_force", place);
    }
  }

  private List<Listing.Column> columns(Symbol.OfRecord record) {
    List<Listing.Column> columns = new ArrayList<>();
    Types types = new Types(world);
    for (Declaration.Field field : record.syntax().fields()) {
      Names names = World.names(field.called());
      if (types.record(field.type(), record.scope()).isPresent()) {
        world.report(
            Problem.of(Code.NOT_A_COLUMN, field.type().span(), new Phrase("other-record")));
        continue;
      }
      Optional<Type> type = types.type(field.type(), record.scope());
      if (type.isPresent() && type.get() instanceof Type.SetOf) {
        world.report(Problem.of(Code.NOT_A_COLUMN, field.type().span(), new Phrase("a-set")));
      } else {
        type.ifPresent(t -> columns.add(new Listing.Column(names, t)));
      }
    }
    return columns;
  }

  private Optional<Symbol.OfRecord> record(Scope scope, Lines lines, Span place) {
    if (!lines.has("record")) {
      lines.missing("record", place);
      return Optional.empty();
    }
    return lines.path("record", new Phrase("a-record")).flatMap(path -> record(scope, path));
  }

  private Optional<Symbol.OfRecord> record(Scope scope, Path path) {
    Declaration.Type type = new Declaration.Type(path.span(), false, path, Optional.empty());
    Optional<Symbol.OfRecord> record = new Types(world).record(type, scope);
    if (record.isEmpty()) {
      unknown(scope, path);
    }
    return record.filter(r -> !r.syntax().request());
  }

  private void unknown(Scope scope, Path path) {
    world.report(
        Problem.of(Code.UNKNOWN_TYPE, path.span(), path)
            .nearest(Nearest.to(path.toString(), scope.words(Symbol.Space.TYPES))));
  }
}
