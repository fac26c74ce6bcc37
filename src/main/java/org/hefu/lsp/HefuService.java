package org.hefu.lsp;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.eclipse.lsp4j.jsonrpc.services.JsonSegment;
import org.jspecify.annotations.Nullable;

/**
 * What editors may ask that no protocol knows: decisions, and scenarios with what comes of them.
 */
@JsonSegment("hefu")
public interface HefuService {
  /** A flow by its uri, or its text, perhaps beside the uri that says which policy is meant. */
  final class Flow {
    @Nullable String flowUri;
    @Nullable String flow;
  }

  /** What a decision comes to; {@code problems} where the flow or the policy has some. */
  record Decided(
      String text, @Nullable String outcome, @Nullable JsonElement json, JsonElement problems) {}

  /** A text's scenarios; only the one of the title, where one is given. */
  final class Which {
    @Nullable String uri;
    @Nullable String title;
  }

  /** A scenario, by the title under which it is run; a row of a table is one by itself. */
  record Listed(String title, @Nullable String caseId, Range range) {}

  /** What came of a scenario. */
  record Run(
      String title,
      @Nullable String caseId,
      Range range,
      boolean passed,
      String expected,
      String outcome,
      List<String> failures,
      String text) {}

  /** Decides a flow under the policy that lies nearest to it. */
  @JsonRequest
  CompletableFuture<Decided> decide(Flow params);

  /** The scenarios of a text. */
  @JsonRequest
  CompletableFuture<List<Listed>> scenarios(Which params);

  /** What comes of them. */
  @JsonRequest
  CompletableFuture<List<Run>> runScenarios(Which params);

  /** The JSON Schema of the flows that the text's policy decides. */
  @JsonRequest
  CompletableFuture<JsonElement> schema(Which params);
}
