package org.hefu.model;

import java.util.Collection;
import java.util.Optional;

/**
 * Which data sets are meant: {@code a/b} just the one, {@code a/b/*} that one and every one below
 * it, {@code *} all.
 *
 * @param name without the star; empty for all
 * @param below those below it, too?
 */
public record Pattern(String name, boolean below) {
  private static final String STAR = "*";

  /** The pattern that a text writes; empty if it writes none. */
  public static Optional<Pattern> of(String text) {
    boolean all = text.equals(STAR);
    boolean below = all || text.endsWith("/" + STAR);
    String name = all ? "" : below ? text.substring(0, text.length() - 2) : text;
    return all || isName(name) ? Optional.of(new Pattern(name, below)) : Optional.empty();
  }

  /** What a flow names; a text that names nothing is like no other. */
  public static Pattern named(String text) {
    return of(text).orElse(new Pattern(text, false));
  }

  private static boolean isName(String name) {
    for (String part : name.split("/", -1)) {
      if (part.isBlank() || part.contains(STAR) || !part.equals(part.strip())) {
        return false;
      }
    }
    return true;
  }

  /** Does it cover every data set that the other does? */
  public boolean covers(Pattern other) {
    return below
        ? name.isEmpty() || other.name.equals(name) || other.name.startsWith(name + "/")
        : !other.below && other.name.equals(name);
  }

  /** Is there a data set that both cover? */
  public boolean meets(Pattern other) {
    return covers(other) || other.covers(this);
  }

  /**
   * A truth of {@link Row}: does it cover the data set? Unknown for one above it, which says too
   * little, as a member of a tree does that lies above the one asked for.
   */
  public int of(Pattern stated) {
    Pattern whole = new Pattern(stated.name, true);
    return covers(new Pattern(stated.name, false)) && (below || !stated.below)
        ? Row.TRUE
        : whole.covers(this) ? Row.MAYBE : Row.FALSE;
  }

  /** Does it cover one of the data sets? */
  public int ofAny(Collection<Pattern> stated) {
    return stated.stream().mapToInt(this::of).max().orElse(Row.FALSE);
  }

  @Override
  public String toString() {
    return below ? name.isEmpty() ? STAR : name + "/" + STAR : name;
  }
}
