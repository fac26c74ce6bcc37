package org.hefu.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.hefu.problem.Problem;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Module;
import org.hefu.syntax.Path;

/** Has ANTLR read tokens among which the beginnings of declarations are marked. */
final class Trees {
  private Trees() {}

  /**
   * Declaration by declaration, so that ANTLR's tree of one, which takes many times the memory of
   * what is made of it, is gone before the next; where there is an error, all of them at once.
   */
  static Module module(List<Token> marked, Places places, List<Problem> problems) {
    List<Problem> found = new ArrayList<>();
    BuildModule build = new BuildModule(places, found);
    Optional<Path> name = Optional.empty();
    List<Path> uses = List.of();
    List<Declaration> declarations = new ArrayList<>();
    try {
      HefuParser parser = strict(marked);
      for (int from = 0, to; from < marked.size(); from = to) {
        to = from + 1;
        while (to < marked.size() && marked.get(to).getType() != HefuLexer.START) {
          to++;
        }
        parser.setTokenStream(new Stretch(marked, from, to));
        HefuParser.FileContext part = parser.file();
        if (from == 0) {
          name = build.name(part);
          uses = build.uses(part);
        }
        declarations.addAll(build.declarations(part));
      }
    } catch (ParseCancellationException e) {
      return new BuildModule(places, problems).module(recovering(marked, places, problems));
    }
    problems.addAll(found);
    return new Module(places.source(), name, uses, declarations);
  }

  /** The tree of all. */
  static HefuParser.FileContext file(List<Token> marked, Places places, List<Problem> problems) {
    try {
      return strict(marked).file();
    } catch (ParseCancellationException e) {
      return recovering(marked, places, problems);
    }
  }

  /**
   * Without looking at what stands around each part, which is enough wherever that finds no error,
   * and some times as fast; throws where it finds one.
   */
  private static HefuParser strict(List<Token> marked) {
    HefuParser parser = new HefuParser(new Stretch(marked, 0, marked.size()));
    parser.removeErrorListeners();
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    parser.setErrorHandler(new BailErrorStrategy());
    return parser;
  }

  private static HefuParser.FileContext recovering(
      List<Token> marked, Places places, List<Problem> problems) {
    CommonTokenStream tokens = new CommonTokenStream(new ListTokenSource(marked));
    // Recovering looks at any of them.
    tokens.fill();
    HefuParser parser = new HefuParser(tokens);
    parser.removeErrorListeners();
    parser.getInterpreter().setPredictionMode(PredictionMode.LL);
    parser.setErrorHandler(new Recovery(places, problems));
    return parser.file();
  }
}
