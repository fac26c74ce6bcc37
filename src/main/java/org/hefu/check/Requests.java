package org.hefu.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import org.hefu.model.Fact;
import org.hefu.model.Fields;
import org.hefu.model.Names;
import org.hefu.model.Policy;
import org.hefu.model.Type;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.problem.Problem.Phrase;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Name;
import org.hefu.syntax.Text;
import org.hefu.text.Bilingual;
import org.hefu.text.Span;

/** Pass: the one request, as a tree of fields whose leaves are facts in slots. */
final class Requests {
  /** How deep records may nest. */
  private static final int DEEPEST = 10_000;

  private final World world;
  private final Types types;

  /** Records that have been followed through for circles. */
  private final Set<Declaration.Record> closed = identities();

  Requests(World world) {
    this.world = world;
    this.types = new Types(world);
  }

  void run() {
    Symbol.OfRecord found = null;
    for (Scope scope : world.scopes.values()) {
      for (Declaration declaration : scope.module.declarations()) {
        if (declaration instanceof Declaration.Record it && !it.request()) {
          // Each record is gone through once, so that its problems are told even where nothing uses
          // it.
          alone(it, scope);
        }
        if (!(declaration instanceof Declaration.Record it) || !it.request()) {
          continue;
        }
        Span place = it.called().name().span();
        if (found != null) {
          world.report(
              Problem.of(Code.REQUEST_TWICE, place).related(found.declared(), "first-here"));
          continue;
        }
        found = new Symbol.OfRecord(place, scope, it);
      }
    }
    if (found == null) {
      world.scopes.values().stream()
          .findFirst()
          .ifPresent(s -> world.report(Problem.of(Code.NO_REQUEST, s.module.source().span(0, 0))));
      return;
    }
    request(found);
  }

  /** The record's own fields, without those of the records in them. */
  private void alone(Declaration.Record record, Scope scope) {
    Map<String, Span> taken = new HashMap<>();
    for (Declaration.Field each : record.fields()) {
      taken(each, taken);
      Optional<Symbol.OfRecord> inner = types.record(each.type(), scope);
      if (inner.isEmpty()) {
        types
            .type(each.type(), scope)
            .ifPresent(t -> world.uses.type(each.called().name().span(), t));
      }
    }
    circle(new Symbol.OfRecord(record.called().name().span(), scope, record));
  }

  /** Reports a record that holds itself, at whatever depth. */
  private void circle(Symbol.OfRecord first) {
    Set<Declaration.Record> open = identities();
    Deque<Iterator<Symbol.OfRecord>> path = new ArrayDeque<>();
    Deque<Declaration.Record> opened = new ArrayDeque<>();
    path.push(List.of(first).iterator());
    while (!path.isEmpty()) {
      if (!path.peek().hasNext()) {
        path.pop();
        if (!opened.isEmpty()) {
          open.remove(opened.pop());
        }
        continue;
      }
      Symbol.OfRecord next = path.peek().next();
      if (!open.add(next.syntax())) {
        for (Declaration.Record each : opened) {
          cyclic(each);
          if (each == next.syntax()) {
            break;
          }
        }
      } else if (closed.add(next.syntax())) {
        opened.push(next.syntax());
        path.push(
            next.syntax().fields().stream()
                .flatMap(f -> types.record(f.type(), next.scope()).stream())
                .iterator());
      } else {
        open.remove(next.syntax());
      }
    }
  }

  private void cyclic(Declaration.Record record) {
    world.report(
        Problem.of(
            Code.CYCLIC_RECORD, record.called().name().span(), record.called().name().text()));
  }

  private static <T> Set<T> identities() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private void request(Symbol.OfRecord symbol) {
    // Each has a number of its own until it is clear where it stands.
    AtomicInteger number = new AtomicInteger();
    List<Policy.Field> found =
        fields(symbol.syntax(), symbol.scope(), List.of(), identities(), number::getAndIncrement);
    List<Policy.Field> fields = placed(found, slots(leaves(found)));
    List<Fact> facts = leaves(fields);
    for (int i = 0; i < fields.size(); i++) {
      Declaration.Field syntax = symbol.syntax().fields().get(i);
      world.declare(
          symbol.scope(),
          syntax.called(),
          new Symbol.OfField(syntax.called().name().span(), fields.get(i)));
    }
    shadows(symbol, fields);
    reserved(symbol);
    Optional<Fact> act =
        role(
            symbol,
            fields,
            "act",
            new Phrase("act-kind"),
            f -> f.type() instanceof Type.Of && f.required());
    Optional<Fact> on =
        role(
            symbol,
            fields,
            "on",
            new Phrase("date-required"),
            f -> f.type() instanceof Type.Date && f.required());
    Optional<Fact> stage =
        role(
            symbol,
            fields,
            "stage",
            new Phrase("stage-kind"),
            f ->
                f.type() instanceof Type.Of(var kind)
                    && kind.member("planned").isPresent()
                    && kind.member("completed").isPresent());
    if (act.isPresent() && on.isPresent() && stage.isPresent()) {
      world.request =
          new Policy.Request(
              World.names(symbol.syntax().called()),
              fields,
              List.copyOf(facts),
              act.get(),
              on.get(),
              stage.get());
    }
  }

  /**
   * A definition may not be called like a fact: conditions would read it instead of what the flow
   * states.
   */
  private void shadows(Symbol.OfRecord request, List<Policy.Field> fields) {
    for (Scope scope : world.scopes.values()) {
      if (scope == request.scope()) {
        continue;
      }
      for (Map.Entry<String, Symbol> each : scope.own(Symbol.Space.VALUES).entrySet()) {
        Policy.Field.called(fields, each.getKey())
            .ifPresent(field ->
                world.report(
                    Problem.of(Code.NAME_TWICE, each.getValue().declared(), each.getKey())
                        .related(place(request, field), "first-here")));
      }
    }
  }

  private static Span place(Symbol.OfRecord request, Policy.Field field) {
    return request.syntax().fields().stream()
        .map(f -> f.called().name())
        .filter(n -> n.text().equals(field.names().name()))
        .map(Name::span)
        .findFirst()
        .orElse(request.declared());
  }

  private Optional<Fact> role(
      Symbol.OfRecord symbol,
      List<Policy.Field> fields,
      String name,
      Phrase type,
      Predicate<Fact> fits) {
    Optional<Fact> fact =
        Policy.Field.called(fields, name).flatMap(Policy.Field::fact).filter(fits);
    if (fact.isEmpty()) {
      world.report(Problem.of(Code.ROLE_MISSING, symbol.declared(), name, type));
    }
    return fact;
  }

  /** Flows state their parts beside the fields, under a name that no field takes from them. */
  private void reserved(Symbol.OfRecord request) {
    for (Declaration.Field field : request.syntax().fields()) {
      List<Name> words = new ArrayList<>(field.called().aliases());
      words.addFirst(field.called().name());
      for (Name word : words) {
        if (Policy.Request.PARTS.isCalled(word.text())) {
          world.report(Problem.of(Code.RESERVED_FIELD, word.span(), word.text()));
        }
      }
    }
  }

  /** The fields of a record at a path, whose facts stand in slots of these numbers. */
  List<Policy.Field> fields(
      Declaration.Record record,
      Scope scope,
      List<Names> above,
      Set<Declaration.Record> open,
      IntSupplier numbers) {
    if (!open.add(record)) {
      cyclic(record);
      return List.of();
    }
    if (above.size() > DEEPEST) {
      world.report(Problem.of(Code.TOO_DEEP, record.called().name().span(), DEEPEST));
      return List.of();
    }
    List<Policy.Field> fields = new ArrayList<>();
    Map<String, Span> taken = new HashMap<>();
    for (Declaration.Field each : record.fields()) {
      taken(each, taken);
      if (!world.admits(each.span())) {
        break;
      }
      Names names =
          Names.of(
              each.called().name().text(), World.names(each.called()).aliases(), Bilingual.NONE);
      List<Names> path = new ArrayList<>(above);
      path.add(names);
      Optional<Symbol.OfRecord> inner = types.record(each.type(), scope);
      if (inner.isPresent()) {
        List<Policy.Field> below =
            fields(inner.get().syntax(), inner.get().scope(), path, open, numbers);
        fields.add(new Policy.Field(names, each.called().name().span(), Optional.empty(), below));
        continue;
      }
      Optional<Fact> fact =
          types.type(each.type(), scope).map(type -> fact(record, each, path, type, numbers));
      fields.add(new Policy.Field(names, each.called().name().span(), fact, List.of()));
    }
    open.remove(record);
    return new Fields(fields);
  }

  private static Fact fact(
      Declaration.Record record,
      Declaration.Field field,
      List<Names> path,
      Type type,
      IntSupplier numbers) {
    Bilingual question = field.called().label().map(Text::value).orElse(Bilingual.NONE);
    Bilingual knower = field.knower().or(record::knower).map(Text::value).orElse(Bilingual.NONE);
    Span place = field.called().name().span();
    return new Fact(
        numbers.getAsInt(), List.copyOf(path), type, field.required(), question, knower, place);
  }

  private void taken(Declaration.Field field, Map<String, Span> taken) {
    world.uses.note(field.called());
    List<Name> words = new ArrayList<>(field.called().aliases());
    words.addFirst(field.called().name());
    for (Name word : words) {
      Span first = taken.putIfAbsent(word.text(), word.span());
      if (first != null) {
        world.twice(word, first);
      }
    }
  }

  /** The leaves of the tree. */
  private static List<Fact> leaves(List<Policy.Field> fields) {
    List<Fact> facts = new ArrayList<>();
    fields.forEach(f -> facts(f, facts));
    return facts;
  }

  /**
   * A slot for each by its number. Those that are small come last: they are asked for elsewhere,
   * and what is left then lies close together.
   */
  private int[] slots(List<Fact> numbered) {
    int[] slots = new int[numbered.size()];
    numbered.stream()
        .sorted(Comparator.comparing(Fact::isSmall))
        .forEach(f -> slots[f.slot()] = world.slots(f.width()));
    return slots;
  }

  /** The same fields, each fact in its slot. */
  private static List<Policy.Field> placed(List<Policy.Field> fields, int[] slots) {
    List<Policy.Field> placed = new ArrayList<>();
    for (Policy.Field each : fields) {
      Optional<Fact> fact = each.fact().map(f -> f.at(slots[f.slot()]));
      placed.add(
          new Policy.Field(each.names(), each.declared(), fact, placed(each.fields(), slots)));
    }
    return new Fields(placed);
  }

  private static void facts(Policy.Field field, List<Fact> facts) {
    field.fact().ifPresent(facts::add);
    field.fields().forEach(f -> facts(f, facts));
  }
}
