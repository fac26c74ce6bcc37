package org.hefu.format;

/** A line of the text: its tokens from {@code first} to before {@code end}, and how it is set. */
final class Line {
  final int first;
  final int end;

  /** Does a blank line stand before it? */
  boolean isSetOff;

  /** In spaces. */
  int indent;

  Line(int first, int end, boolean isSetOff) {
    this.first = first;
    this.end = end;
    this.isSetOff = isSetOff;
  }
}
