package org.hefu.decide;

import org.hefu.text.Language;

/**
 * How an explanation is shown.
 *
 * @param colour with the colours of a terminal
 * @param width in columns
 */
public record Look(Language language, boolean colour, int width) {
  /** As in a file: without colours. */
  public static Look plain(Language language) {
    return new Look(language, false, 100);
  }
}
