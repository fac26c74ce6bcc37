package org.hefu.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.hefu.syntax.Called;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Text;
import org.hefu.text.Bilingual;
import org.hefu.text.Language;
import org.hefu.text.Span;
import org.jspecify.annotations.Nullable;

/** What a text declares, as an outline; and what a workspace declares, by words in its names. */
final class Symbols {
  private static final int MOST = 500;

  private final Language language;

  private Symbols(Language language) {
    this.language = language;
  }

  static List<DocumentSymbol> of(View view) {
    Symbols symbols = new Symbols(view.language());
    return view.module().declarations().stream().flatMap(d -> symbols.of(d).stream()).toList();
  }

  /** Those whose name, alias or label has the query in it. */
  static List<WorkspaceSymbol> of(Map<String, org.hefu.lsp.Text> all, String query, Language in) {
    Symbols symbols = new Symbols(in);
    String sought = query.toLowerCase(Locale.ROOT);
    List<WorkspaceSymbol> found = new ArrayList<>();
    for (org.hefu.lsp.Text text : Units.policies(all)) {
      for (Declaration declaration : text.module().declarations()) {
        Optional<DocumentSymbol> symbol = symbols.of(declaration);
        if (symbol.isPresent()
            && found.size() < MOST
            && head(declaration).toLowerCase(Locale.ROOT).contains(sought)) {
          DocumentSymbol it = symbol.get();
          found.add(
              new WorkspaceSymbol(
                  it.getName(),
                  it.getKind(),
                  Either.forLeft(new Location(text.uri(), it.getSelectionRange())),
                  text.moduleName()));
        }
      }
    }
    return found;
  }

  /** All that it is called. */
  private static String head(Declaration declaration) {
    Called called = called(declaration);
    if (called != null) {
      return called.span().text();
    }
    Text title = title(declaration);
    return title == null ? "" : title.span().text();
  }

  private Optional<DocumentSymbol> of(Declaration declaration) {
    Called called = called(declaration);
    if (called != null) {
      DocumentSymbol symbol = of(called, kind(declaration), declaration.span());
      symbol.setChildren(children(declaration));
      return Optional.of(symbol);
    }
    Text title = title(declaration);
    return title == null
        ? Optional.empty()
        : Optional.of(
            new DocumentSymbol(
                shown(title.value()),
                kind(declaration),
                Places.range(declaration.span()),
                Places.range(title.span())));
  }

  private DocumentSymbol of(Called called, SymbolKind kind, Span whole) {
    String label = called.label().map(l -> shown(l.value())).orElse("");
    String others = String.join(", ", called.aliases().stream().map(a -> a.text()).toList());
    Span all = whole.to(called.name().span());
    return new DocumentSymbol(
        called.name().text(),
        kind,
        Places.range(all),
        Places.range(called.name().span()),
        label.isEmpty() ? others : label);
  }

  private String shown(Bilingual text) {
    String shown = Bilingual.of(text.zh(), text.en()).in(language);
    return shown.isBlank() ? "…" : shown;
  }

  private List<DocumentSymbol> children(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Kind it -> members(it.members());
      case Declaration.Record it ->
          it.fields().stream().map(f -> of(f.called(), SymbolKind.Field, f.span())).toList();
      default -> List.of();
    };
  }

  private List<DocumentSymbol> members(List<Declaration.Member> members) {
    List<DocumentSymbol> all = new ArrayList<>();
    for (Declaration.Member each : members) {
      DocumentSymbol symbol = of(each.called(), SymbolKind.EnumMember, each.span());
      symbol.setChildren(members(each.members()));
      all.add(symbol);
    }
    return all;
  }

  static @Nullable Called called(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Kind it -> it.called();
      case Declaration.Unit it -> it.called();
      case Declaration.Record it -> it.called();
      case Declaration.Define it -> it.called();
      case Declaration.Procedure it -> it.called();
      case Declaration.Question it -> it.called();
      case Declaration.Rule it -> it.called();
      case Declaration.Listing it -> it.called();
      case Declaration.Tally it -> it.called();
      default -> null;
    };
  }

  private static @Nullable Text title(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Instrument it -> it.titles();
      case Declaration.Scenario it -> it.title();
      case Declaration.Grant it -> it.title();
      default -> null;
    };
  }

  private static SymbolKind kind(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Instrument _ -> SymbolKind.Namespace;
      case Declaration.Kind _ -> SymbolKind.Enum;
      case Declaration.Unit _ -> SymbolKind.TypeParameter;
      case Declaration.Record it -> it.request() ? SymbolKind.Interface : SymbolKind.Struct;
      case Declaration.Define it ->
          it.parameters().isEmpty() ? SymbolKind.Variable : SymbolKind.Function;
      case Declaration.Procedure _ -> SymbolKind.Event;
      case Declaration.Question _ -> SymbolKind.Null;
      case Declaration.Rule _ -> SymbolKind.Method;
      case Declaration.Listing _ -> SymbolKind.Array;
      case Declaration.Tally _ -> SymbolKind.Number;
      case Declaration.Grant _ -> SymbolKind.Key;
      case Declaration.Scenario _ -> SymbolKind.Constructor;
      case Declaration.Account _,
          Declaration.Role _,
          Declaration.Authority _,
          Declaration.Stop _,
          Declaration.Unread _ ->
          SymbolKind.Object;
    };
  }
}
