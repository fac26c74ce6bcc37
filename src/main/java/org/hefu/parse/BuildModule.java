package org.hefu.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;
import org.hefu.problem.Problem;
import org.hefu.syntax.Called;
import org.hefu.syntax.Citation;
import org.hefu.syntax.Clause;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Declaration.Shape;
import org.hefu.syntax.Expr;
import org.hefu.syntax.Module;
import org.hefu.syntax.Name;
import org.hefu.syntax.Part;
import org.hefu.syntax.Party;
import org.hefu.syntax.Path;
import org.hefu.syntax.Property;
import org.hefu.syntax.Target;
import org.hefu.syntax.Text;
import org.hefu.text.Span;
import org.jspecify.annotations.Nullable;

/** Makes a module out of ANTLR's tree. A part that holds an error becomes {@code Unread}. */
final class BuildModule {
  private static final Pattern SPACE = Pattern.compile("\\s");

  private final Places places;
  private final Literals literals;
  private final BuildExpr exprs;

  BuildModule(Places places, List<Problem> problems) {
    this.places = places;
    this.literals = new Literals(problems);
    this.exprs = new BuildExpr(places, literals);
  }

  Module module(HefuParser.FileContext file) {
    return new Module(places.source(), name(file), uses(file), declarations(file));
  }

  Optional<Path> name(HefuParser.FileContext file) {
    return Optional.ofNullable(file.header())
        .filter(BuildModule::isWhole)
        .map(h -> exprs.path(h.path()));
  }

  List<Path> uses(HefuParser.FileContext file) {
    return whole(file.useLine()).map(u -> exprs.path(u.path())).toList();
  }

  List<Declaration> declarations(HefuParser.FileContext file) {
    return parts(
        file, HefuParser.DeclarationContext.class, this::declaration, Declaration.Unread::new);
  }

  private Declaration declaration(HefuParser.DeclarationContext context) {
    Span span = places.span(context);
    ParserRuleContext declared = (ParserRuleContext) context.getChild(context.getChildCount() - 1);
    return switch (declared) {
      case HefuParser.InstrumentContext it ->
          new Declaration.Instrument(
              span,
              exprs.text(it.text()),
              whole(it.instrumentPart())
                  .flatMap(p -> Stream.ofNullable(p.property()))
                  .filter(BuildModule::isWhole)
                  .map(this::property)
                  .toList(),
              whole(it.instrumentPart())
                  .flatMap(p -> Stream.ofNullable(p.condition()))
                  .map(exprs::condition)
                  .toList(),
              whole(it.instrumentPart())
                  .flatMap(p -> Stream.ofNullable(p.version()))
                  .map(v ->
                      new Declaration.Version(
                          places.span(v), called(v.called()), properties(v.property())))
                  .toList());
      case HefuParser.AccountContext it ->
          new Declaration.Account(
              span,
              places.span(it.ACCOUNT().getSymbol()),
              whole(it.entry()).map(this::entry).toList());
      case HefuParser.KindContext it -> kind(span, it);
      case HefuParser.UnitContext it -> new Declaration.Unit(span, called(it.called()));
      case HefuParser.RecordContext it ->
          new Declaration.Record(
              span,
              it.REQUEST() != null,
              called(it.called()),
              knower(it.knower()),
              whole(it.field()).map(this::field).toList());
      case HefuParser.DefineContext it ->
          new Declaration.Define(
              span,
              called(it, it.name(), it.aliases(), it.text()),
              it.parameters() == null
                  ? List.of()
                  : it.parameters().parameter().stream().map(this::parameter).toList(),
              exprs.condition(it.condition()));
      case HefuParser.ProcedureContext it -> procedure(span, it);
      case HefuParser.QuestionContext it ->
          new Declaration.Question(span, called(it.called()), exprs.text(it.text()));
      case HefuParser.RuleDeclarationContext it ->
          new Declaration.Rule(
              span,
              it.label == null
                  ? called(it.called())
                  : labelled(called(it.called()), exprs.text(it.label)),
              it.RESTRICT() == null ? Optional.empty() : Optional.of(exprs.text(it.text(0))),
              citations(it.citations()),
              parts(it, HefuParser.ClauseContext.class, this::clause, Clause.Unread::new));
      case HefuParser.ListContext it ->
          new Declaration.Listing(span, called(it.called()), properties(it.property()));
      case HefuParser.TallyContext it -> tally(span, it);
      case HefuParser.RoleContext it ->
          new Declaration.Role(span, exprs.name(it.name()), exprs.path(it.path()));
      case HefuParser.AuthorityContext it ->
          new Declaration.Authority(span, party(it.party()), exprs.text(it.text()));
      case HefuParser.GrantContext it -> grant(span, it);
      case HefuParser.StopContext it -> stop(span, it);
      case HefuParser.ScenarioContext it ->
          new Declaration.Scenario(
              span,
              exprs.text(it.text(0)),
              Optional.ofNullable(it.name()).map(exprs::name),
              Optional.ofNullable(it.text(1)).map(exprs::text),
              parts(it, HefuParser.ScenarioPartContext.class, this::part, Part.Unread::new));
      default ->
          throw new IllegalStateException("a declaration of another form: " + declared.getClass());
    };
  }

  private Declaration procedure(Span span, HefuParser.ProcedureContext context) {
    List<Expr> met = new ArrayList<>();
    List<Property> properties = new ArrayList<>();
    whole(context.procedurePart())
        .forEach(part -> {
          if (part.condition() != null) {
            met.add(exprs.condition(part.condition()));
          } else if (isWhole(part.property())) {
            properties.add(property(part.property()));
          }
        });
    return new Declaration.Procedure(span, called(context.called()), met, properties);
  }

  private Declaration tally(Span span, HefuParser.TallyContext context) {
    List<Property> properties = new ArrayList<>();
    List<Target> except = new ArrayList<>();
    List<Expr> unless = new ArrayList<>();
    whole(context.tallyPart())
        .forEach(part -> {
          except.addAll(targets(part.target()));
          if (part.condition() != null) {
            unless.add(exprs.condition(part.condition()));
          } else if (part.property() != null && isWhole(part.property())) {
            properties.add(property(part.property()));
          }
        });
    return new Declaration.Tally(span, called(context.called()), properties, except, unless);
  }

  private Declaration grant(Span span, HefuParser.GrantContext context) {
    List<Property> properties = new ArrayList<>();
    List<Expr> when = new ArrayList<>();
    whole(context.grantPart())
        .forEach(part -> {
          if (part.condition() != null) {
            when.add(exprs.condition(part.condition()));
          } else if (isWhole(part.property())) {
            properties.add(property(part.property()));
          }
        });
    return new Declaration.Grant(span, exprs.text(context.text()), properties, when);
  }

  private Declaration stop(Span span, HefuParser.StopContext context) {
    List<Long> days =
        context.DATE().stream().map(d -> literals.date(places.span(d.getSymbol()))).toList();
    return new Declaration.Stop(
        span,
        context.REVOKE() != null,
        exprs.text(context.text()),
        days.getFirst(),
        days.size() == 2 ? OptionalLong.of(days.getLast()) : OptionalLong.empty());
  }

  private Party party(HefuParser.PartyContext context) {
    return new Party(
        places.span(context),
        Optional.ofNullable(context.text()).map(exprs::text),
        Optional.ofNullable(context.path()).map(exprs::path));
  }

  private static Shape shape(HefuParser.KindContext context) {
    return context.ORDERED() != null
        ? Shape.ORDERED
        : context.TREE() != null ? Shape.TREE : Shape.FLAT;
  }

  private Declaration.Kind kind(Span span, HefuParser.KindContext context) {
    List<Optional<Declaration.Member>> body =
        parts(
            context,
            HefuParser.MemberContext.class,
            m -> Optional.of(member(m)),
            _ -> Optional.empty());
    return new Declaration.Kind(
        span,
        called(context.called()),
        shape(context),
        body.stream().flatMap(Optional::stream).toList(),
        body.stream().allMatch(Optional::isPresent));
  }

  private Declaration.Member member(HefuParser.MemberContext context) {
    return new Declaration.Member(
        places.span(context),
        called(context.called()),
        Optional.ofNullable(context.text()).map(exprs::text),
        whole(context.member()).map(this::member).toList());
  }

  private Declaration.Field field(HefuParser.FieldContext context) {
    return new Declaration.Field(
        places.span(context),
        called(context, context.name(), context.aliases(), context.text()),
        type(context.type()),
        context.REQUIRED() != null,
        knower(context.knower()));
  }

  private Optional<Text> knower(HefuParser.@Nullable KnowerContext context) {
    return Optional.ofNullable(context).map(c -> exprs.text(c.text()));
  }

  private Declaration.Entry entry(HefuParser.EntryContext context) {
    HefuParser.StandingContext standing = context.standing();
    return new Declaration.Entry(
        places.span(context),
        citation(context.citation(0)),
        Optional.ofNullable(context.citation(1)).map(this::citation),
        Optional.ofNullable(context.text()).map(exprs::text),
        Optional.ofNullable(standing).map(s -> exprs.name(s.name())),
        standing == null ? List.of() : standing.path().stream().map(exprs::path).toList(),
        Optional.ofNullable(standing).map(s -> s.text()).map(exprs::text));
  }

  private Declaration.Parameter parameter(HefuParser.ParameterContext context) {
    return new Declaration.Parameter(
        places.span(context), exprs.name(context.name()), type(context.type()));
  }

  private Declaration.Type type(HefuParser.TypeContext context) {
    return new Declaration.Type(
        places.span(context),
        context.SET() != null || context.SET_OF() != null,
        exprs.path(context.path()),
        Optional.ofNullable(context.unitName()).map(exprs::name));
  }

  private Called called(HefuParser.CalledContext context) {
    return called(context, context.name(), context.aliases(), context.text());
  }

  private Called called(
      ParserRuleContext whole,
      HefuParser.NameContext name,
      HefuParser.@Nullable AliasesContext aliases,
      HefuParser.@Nullable TextContext label) {
    List<Name> others =
        aliases == null ? List.of() : aliases.name().stream().map(exprs::name).toList();
    return new Called(
        places.span(whole), exprs.name(name), others, Optional.ofNullable(label).map(exprs::text));
  }

  private static Called labelled(Called called, Text label) {
    return new Called(called.span(), called.name(), called.aliases(), Optional.of(label));
  }

  private List<Property> properties(List<HefuParser.PropertyContext> contexts) {
    return whole(contexts).map(this::property).toList();
  }

  private Property property(HefuParser.PropertyContext context) {
    return new Property(
        places.span(context),
        exprs.name(context.name()),
        BuildExpr.each(context.propertyValue(), this::propertyValue));
  }

  private Property.Value propertyValue(HefuParser.PropertyValueContext context) {
    Span span = places.span(context);
    if (context.text() != null) {
      return new Property.Value.Words(span, exprs.text(context.text()));
    }
    if (!context.DATE().isEmpty()) {
      List<Long> dates =
          context.DATE().stream().map(d -> literals.date(places.span(d.getSymbol()))).toList();
      return new Property.Value.Dates(
          span,
          dates.getFirst(),
          dates.size() == 2 ? OptionalLong.of(dates.getLast()) : OptionalLong.empty(),
          context.DOTS() != null || context.FROM() != null || context.SINCE() != null);
    }
    if (!context.NUMBER().isEmpty()) {
      List<Long> numbers =
          context.NUMBER().stream()
              .map(n -> literals.number(places.span(n.getSymbol())) / Literals.SCALE)
              .toList();
      return new Property.Value.Numbers(span, numbers.getFirst(), numbers.getLast());
    }
    return new Property.Value.Named(
        span, exprs.path(context.path(0)), Optional.ofNullable(context.path(1)).map(exprs::path));
  }

  private Clause clause(HefuParser.ClauseContext context) {
    Span span = places.span(context);
    return switch (context) {
      case HefuParser.ForbidContext it -> new Clause.Forbid(span, acts(it.acts()));
      case HefuParser.PermitContext it ->
          new Clause.Permit(span, acts(it.acts()), targets(it.target()));
      case HefuParser.RequireContext it ->
          new Clause.Require(span, procedures(it.procedures()), acts(it.acts()));
      case HefuParser.ExemptContext it ->
          new Clause.Exempt(span, acts(it.acts()), procedures(it.procedures()));
      case HefuParser.ObligeContext it ->
          new Clause.Oblige(
              span,
              Optional.ofNullable(it.duty().text()).map(exprs::text),
              Optional.ofNullable(it.duty().path()).map(exprs::path),
              Optional.ofNullable(it.duration())
                  .map(d -> exprs.number(d.NUMBER().getSymbol(), d.unitName(), places.span(d))),
              acts(it.acts()));
      case HefuParser.PresumeContext it ->
          new Clause.Presume(span, exprs.condition(it.condition()));
      case HefuParser.AdviseContext it -> new Clause.Advise(span, exprs.text(it.text()));
      case HefuParser.WhenContext it -> new Clause.When(span, exprs.condition(it.condition()));
      case HefuParser.UnlessContext it -> new Clause.Unless(span, exprs.condition(it.condition()));
      case HefuParser.YieldsContext it ->
          new Clause.YieldsTo(span, it.party().stream().map(this::party).toList());
      case HefuParser.OverridesContext it -> new Clause.Overrides(span, targets(it.target()));
      case HefuParser.ConsequenceContext it ->
          new Clause.Consequence(
              span,
              exprs.text(it.text()),
              citations(it.citations()),
              Optional.ofNullable(it.path()).map(exprs::path));
      default -> throw new IllegalStateException("a clause of another form: " + context.getClass());
    };
  }

  private List<Path> acts(HefuParser.ActsContext context) {
    return exprs.paths(context.path());
  }

  private Clause.Procedures procedures(HefuParser.ProceduresContext context) {
    return new Clause.Procedures(
        places.span(context),
        context.ANY() != null || context.ANY_OF() != null,
        exprs.paths(context.path()));
  }

  private List<Target> targets(List<HefuParser.TargetContext> contexts) {
    return BuildExpr.each(
        contexts,
        t ->
            new Target(
                places.span(t),
                Optional.ofNullable(t.path()).map(exprs::path),
                Optional.ofNullable(t.citation()).map(this::citation)));
  }

  private List<Part.Cited> cited(List<HefuParser.CitedContext> contexts) {
    return contexts.stream()
        .map(c ->
            new Part.Cited(
                places.span(c),
                c.NOT() != null,
                c.OVERDUE() != null,
                targets(List.of(c.target())).getFirst()))
        .toList();
  }

  private List<Citation> citations(HefuParser.@Nullable CitationsContext context) {
    return context == null ? List.of() : BuildExpr.each(context.citation(), this::citation);
  }

  private Citation citation(HefuParser.CitationContext context) {
    Span span = places.span(context);
    Optional<Name> version = Optional.ofNullable(context.name()).map(exprs::name);
    if (context.ARTICLE() != null) {
      Citation article = literals.article(places.span(context.ARTICLE().getSymbol()));
      return new Citation(
          span, article.article(), article.paragraph(), article.item(), "", version);
    }
    if (context.TEXT() != null) {
      Text heading = literals.text(span, List.of(places.span(context.TEXT().getSymbol())));
      return new Citation(span, 0, 0, 0, heading.value().zh(), version);
    }
    String written = places.span(context.number()).text();
    String[] numbers = SPACE.matcher(written).replaceAll("").split("\\.", -1);
    int item =
        context.NUMBER() == null ? 0 : whole(places.span(context.NUMBER().getSymbol()).text());
    return new Citation(
        span,
        whole(numbers[0]),
        numbers.length > 1 ? whole(numbers[1]) : 0,
        numbers.length > 2 ? whole(numbers[2]) : item,
        "",
        version);
  }

  /**
   * The number in a citation; one that no text can have stays out of its range and is reported
   * there.
   */
  private static int whole(String digits) {
    return digits.length() <= 5 && isOfDigits(digits) ? Integer.parseInt(digits) : 99_999;
  }

  private static boolean isOfDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private Part part(HefuParser.ScenarioPartContext context) {
    Span span = places.span(context);
    return switch (context) {
      case HefuParser.FactsContext it -> new Part.Given(span, entries(it.given()));
      case HefuParser.PieceContext it ->
          new Part.Piece(
              span, Optional.ofNullable(it.text()).map(exprs::text), entries(it.given()));
      case HefuParser.TableContext it ->
          new Part.Table(
              span,
              it.columns().column().stream().map(this::column).toList(),
              whole(it.row()).map(this::row).toList());
      case HefuParser.UsingContext it -> new Part.Using(span, exprs.paths(it.path()));
      case HefuParser.WithDraftsContext _ -> new Part.WithDrafts(span);
      case HefuParser.ExpectContext it -> new Part.Expect(span, exprs.name(it.outcome()));
      case HefuParser.CitingContext it -> new Part.Citing(span, cited(it.cited()));
      case HefuParser.RequiringContext it -> new Part.Requiring(span, procedures(it.procedures()));
      case HefuParser.MissingContext it -> new Part.Missing(span, exprs.paths(it.path()));
      case HefuParser.NoteContext it -> new Part.Note(span, exprs.text(it.text()));
      default -> throw new IllegalStateException("a part of another form: " + context.getClass());
    };
  }

  private List<Part.Entry> entries(List<HefuParser.GivenContext> contexts) {
    return whole(contexts)
        .map(g -> new Part.Entry(places.span(g), exprs.path(g.path()), exprs.value(g.givenValue())))
        .toList();
  }

  private Part.Column column(HefuParser.ColumnContext context) {
    Span span = places.span(context);
    return context.EXPECT() != null
        ? new Part.Column.OfOutcome(span)
        : context.CITING() != null
            ? new Part.Column.OfCitation(span)
            : new Part.Column.OfFact(span, exprs.path(context.path()));
  }

  private Part.Row row(HefuParser.RowContext context) {
    return new Part.Row(
        places.span(context),
        Optional.ofNullable(context.name()).map(exprs::name),
        Optional.ofNullable(context.text()).map(exprs::text),
        context.cell().stream().map(this::cell).toList());
  }

  private Part.Cell cell(HefuParser.CellContext context) {
    Span span = places.span(context);
    if (context.cited() != null) {
      return new Part.Cell(
          span, Optional.empty(), Optional.of(cited(List.of(context.cited())).getFirst()));
    }
    Expr value =
        context.set() != null
            ? exprs.set(context.set())
            : context.sum() != null
                ? exprs.sum(context.sum())
                : new Expr.Fact(span, new Path(span, List.of(exprs.name(context))));
    return new Part.Cell(span, Optional.of(value), Optional.empty());
  }

  /** The parts of a list in order; what holds an error, or was passed over, as unread stretches. */
  private <C extends ParserRuleContext, T> List<T> parts(
      ParserRuleContext list, Class<C> type, Function<C, T> build, Function<Span, T> unread) {
    List<T> parts = new ArrayList<>();
    Token first = null;
    Token last = null;
    for (ParseTree child : list.children == null ? List.<ParseTree>of() : list.children) {
      boolean passedOver =
          child instanceof ErrorNode error && error.getSymbol().getTokenIndex() >= 0;
      if (passedOver) {
        Token token = ((ErrorNode) child).getSymbol();
        first = first == null ? token : first;
        last = token;
        continue;
      }
      if (first != null) {
        parts.add(unread.apply(places.span(first, last)));
        first = null;
      }
      if (type.isInstance(child)) {
        C part = type.cast(child);
        parts.add(isWhole(part) ? build.apply(part) : unread.apply(places.span(part)));
      }
    }
    if (first != null) {
      parts.add(unread.apply(places.span(first, last)));
    }
    return parts;
  }

  private static <C extends ParserRuleContext> Stream<C> whole(List<C> contexts) {
    return contexts.stream().filter(BuildModule::isWhole);
  }

  private static boolean isWhole(ParserRuleContext context) {
    return context.exception == null;
  }
}
