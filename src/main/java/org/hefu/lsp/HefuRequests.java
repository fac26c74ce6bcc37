package org.hefu.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.hefu.RunScenarios;
import org.hefu.decide.Decision;
import org.hefu.decide.DecisionJson;
import org.hefu.decide.Explain;
import org.hefu.decide.Look;
import org.hefu.engine.Asked;
import org.hefu.engine.Program;
import org.hefu.fact.FlowSchema;
import org.hefu.fact.ReadFlow;
import org.hefu.model.Scenario;
import org.hefu.problem.Problem;
import org.hefu.problem.ProblemJson;
import org.hefu.seek.Decide;
import org.hefu.syntax.Declaration;
import org.hefu.text.Source;
import org.jspecify.annotations.Nullable;

/** Answers what no protocol knows: decides flows and runs scenarios. */
public final class HefuRequests implements HefuService {
  private final Analyst analyst;
  private final Session session;

  HefuRequests(Analyst analyst, Session session) {
    this.analyst = analyst;
    this.session = session;
  }

  @Override
  public CompletableFuture<Decided> decide(Flow params) {
    String uri = params.flowUri == null ? "untitled:flow.json" : params.flowUri;
    return analyst
        .askAll(all -> {
          Text known = all.get(Uris.same(uri));
          Source source =
              params.flow != null
                  ? new Source(uri, params.flow)
                  : known != null
                      ? known.source()
                      : org.hefu.problem.ReadFile.at(Uris.path(uri)).source();
          Text text = new Text(uri, Uris.path(uri), OptionalInt.empty(), source);
          Unit unit = analyst.view(text, all).whole();
          unit.program();
          return (Supplier<Decided>) () -> decided(text, unit);
        })
        .thenCompose(analyst::aside);
  }

  private Decided decided(Text text, Unit unit) {
    Optional<Program> program = unit.program();
    if (program.isEmpty()) {
      List<Problem> errors = unit.problems().stream().filter(Problem::isError).toList();
      return failed(session.words().say("policy-wrong"), errors);
    }
    ReadFlow.Result read = ReadFlow.file(text.source(), Flows.isYaml(text), program.get().policy());
    if (read.facts().isEmpty()) {
      return failed(session.words().say("flow-wrong"), read.problems());
    }
    Decision decision = Decide.flow(program.get(), read.facts().get(), Asked.ALL);
    return new Decided(
        Explain.text(decision, Look.plain(session.language())),
        decision.outcome().word(),
        JsonParser.parseString(DecisionJson.text(decision, text.source().name())),
        problems(read.problems()));
  }

  private Decided failed(String said, List<Problem> problems) {
    StringBuilder text = new StringBuilder(said).append('\n');
    problems.forEach(
        p -> text.append(p.span()).append(": ").append(p.message(session.language())).append('\n'));
    return new Decided(text.toString(), null, null, problems(problems));
  }

  private static JsonElement problems(List<Problem> problems) {
    return JsonParser.parseString(ProblemJson.text(problems));
  }

  @Override
  public CompletableFuture<List<Listed>> scenarios(Which params) {
    return analyst.ask(
        uri(params),
        view -> {
          // A policy with errors has scenarios all the same, and an editor shows them.
          Optional<Unit> sound = Optional.of(view.whole()).filter(u -> u.policy().isPresent());
          List<Listed> listed = new ArrayList<>();
          if (sound.isPresent()) {
            own(view, sound.get())
                .forEach(s ->
                    listed.add(
                        new Listed(
                            s.title().in(session.language()),
                            s.caseId().orElse(null),
                            Places.range(s.declared()))));
            return listed;
          }
          for (Declaration each : view.module().declarations()) {
            if (each instanceof Declaration.Scenario it) {
              listed.add(
                  new Listed(
                      it.title().value().zh(),
                      it.caseId().map(n -> n.text()).orElse(null),
                      Places.range(it.title().span())));
            }
          }
          return listed;
        });
  }

  @Override
  public CompletableFuture<List<Run>> runScenarios(Which params) {
    return analyst.decide(
        uri(params),
        view -> {
          Program program =
              view.whole()
                  .program()
                  .orElseThrow(() ->
                      Failed.of(
                          ResponseErrorCode.RequestFailed, session.words().say("policy-wrong")));
          List<Scenario> meant =
              own(view, view.whole()).stream().filter(s -> isMeant(s, params.title)).toList();
          return () -> meant.stream().map(s -> run(program, s)).toList();
        });
  }

  /** A row of a table is meant with its scenario. */
  private static boolean isMeant(Scenario scenario, @Nullable String title) {
    return title == null || scenario.isTitled(title) || scenario.isRowOf(title);
  }

  private Run run(Program program, Scenario scenario) {
    RunScenarios.Result result = RunScenarios.one(program, scenario);
    return new Run(
        scenario.title().in(session.language()),
        scenario.caseId().orElse(null),
        Places.range(scenario.declared()),
        result.hasPassed(),
        scenario.expected().word(),
        result.decision().outcome().word(),
        result.failures().stream().map(f -> f.said(session.language())).toList(),
        Explain.text(result.decision(), Look.plain(session.language())));
  }

  private static List<Scenario> own(View view, Unit unit) {
    return unit.policy().orElseThrow().scenarios().stream()
        .filter(s -> s.declared().source() == view.source())
        .toList();
  }

  @Override
  public CompletableFuture<JsonElement> schema(Which params) {
    return analyst.ask(
        uri(params),
        view ->
            JsonParser.parseString(
                view.whole()
                    .meaning()
                    .request()
                    .map(r -> FlowSchema.text(r, session.language()))
                    .orElse("{}")));
  }

  private static String uri(Which params) {
    return params.uri == null ? "" : params.uri;
  }
}
