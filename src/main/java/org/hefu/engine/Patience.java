package org.hefu.engine;

/**
 * When what makes decisions faster is worth making.
 *
 * @param index after so many questions to some modules, an index of their rules
 * @param code after so many flows of one thread, code
 * @param learned after so many more by code, the same once more, for flows like those
 */
record Patience(int index, int code, int learned) {
  /** Each takes about as long as so many decisions without it. */
  static final Patience USUAL = new Patience(100, 1000, 1000);
}
