package org.hefu.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.hefu.syntax.Expr;
import org.hefu.syntax.Path;

/** The paths in a condition that may name a definition. */
final class Mentions {
  private Mentions() {}

  static List<Path> of(Expr expr) {
    List<Path> paths = new ArrayList<>();
    Deque<Expr> open = new ArrayDeque<>();
    open.push(expr);
    while (!open.isEmpty()) {
      switch (open.pop()) {
        case Expr.Or(_, var parts) -> parts.forEach(open::push);
        case Expr.And(_, var parts) -> parts.forEach(open::push);
        case Expr.Not(_, var part) -> open.push(part);
        case Expr.Compare(_, _, var left, var right) -> {
          open.push(left);
          open.push(right);
        }
        case Expr.Is(_, var left, var right) -> {
          open.push(left);
          open.push(right);
        }
        case Expr.Sum(_, var left, _, var right) -> {
          open.push(left);
          open.push(right);
        }
        case Expr.In(_, var left, _) -> open.push(left);
        case Expr.Within(_, var left, _) -> open.push(left);
        case Expr.Has(_, var left, _) -> open.push(left);
        case Expr.Fact(_, var path) -> paths.add(path);
        case Expr.Call(_, var name, var arguments) -> {
          paths.add(name);
          paths.addAll(arguments);
        }
        case Expr.Matches(_, var left, _) -> open.push(left);
        case Expr.Quantified(_, _, _, _, var where) -> where.ifPresent(open::push);
        case Expr.Summed(_, var value, _, var where) -> {
          paths.add(value);
          where.ifPresent(open::push);
        }
        case Expr.Tallied _, Expr.Overdue _, Expr.Size _ -> {}
        case Expr.Known _,
            Expr.Number _,
            Expr.Date _,
            Expr.Words _,
            Expr.Truth _,
            Expr.Unknown _,
            Expr.SetOf _,
            Expr.Unread _ -> {}
      }
    }
    return paths;
  }
}
