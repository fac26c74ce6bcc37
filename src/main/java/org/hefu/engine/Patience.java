package org.hefu.engine;

/**
 * When what makes decisions faster is worth making.
 *
 * @param index after so many questions to some modules, an index of their rules
 * @param code after so many flows of one thread, code
 * @param learned after so many more by code, the same once more, for flows like those
 * @param growing when outcomes that have been found tell those of other flows
 */
record Patience(int index, int code, int learned, Growing growing) {
  /** Each takes about as long as so many decisions without it. */
  static final Patience USUAL =
      new Patience(100, 1000, 1000, new Growing(1 << 19, 1021, 1 << 9, 60, true));

  /**
   * When precedents are made.
   *
   * @param after so many flows of one thread
   * @param every one of so many of those behind is looked at
   * @param first so many are looked at for the first time
   * @param percent of other flows than were looked at, it must tell so many of a hundred
   * @param isAside is it done beside the decisions, so that none waits?
   */
  record Growing(int after, int every, int first, int percent, boolean isAside) {}
}
