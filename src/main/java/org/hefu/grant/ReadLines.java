package org.hefu.grant;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Reads a UTF-8 file line by line, however long it is, and tells its content by a hash. */
final class ReadLines {
  private static final int CHUNK = 1 << 16;
  private static final char MARK = '\uFEFF';
  private static final char LOST = '\uFFFD';

  private final InputStream in;
  private final LongConsumer read;
  private final MessageDigest digest;
  private final byte[] chunk = new byte[CHUNK];
  private int at;
  private int end;
  private long bytes;
  private int line;
  private long lost;

  /**
   * @param read is told now and then how many bytes have been read
   */
  ReadLines(InputStream in, LongConsumer read) {
    this.in = in;
    this.read = read;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The number of the line that was read last, from 1. */
  int line() {
    return line;
  }

  /** Which byte of the file, from 1, is no UTF-8 in the line that was read last; 0 if none. */
  long lost() {
    return lost;
  }

  /** The next line without its end; none after the last. */
  @Nullable String next() throws IOException {
    ByteArrayOutputStream begun = null;
    long start = bytes - end + at;
    while (at < end || fill()) {
      int from = at;
      while (at < end && chunk[at] != '\n') {
        at++;
      }
      boolean whole = at < end;
      if (begun == null && whole) {
        return text(chunk, from, at++, start);
      }
      begun = begun == null ? new ByteArrayOutputStream() : begun;
      begun.write(chunk, from, at - from);
      if (whole) {
        at++;
        return text(begun.toByteArray(), 0, begun.size(), start);
      }
    }
    return begun == null ? null : text(begun.toByteArray(), 0, begun.size(), start);
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(chunk));
    digest.update(chunk, 0, end);
    bytes += end;
    read.accept(bytes);
    return end > 0;
  }

  private String text(byte[] from, int start, int stop, long before) {
    line++;
    int last = stop > start && from[stop - 1] == '\r' ? stop - 1 : stop;
    String text = new String(from, start, last - start, StandardCharsets.UTF_8);
    int sound = text.indexOf(LOST) < 0 ? -1 : sound(ByteBuffer.wrap(from, start, last - start));
    lost = sound < 0 ? 0 : before + sound + 1;
    return line == 1 && !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
  }

  /** How many bytes of these are UTF-8; below zero if all are. */
  private static int sound(ByteBuffer bytes) {
    int from = bytes.position();
    CharBuffer out = CharBuffer.allocate(bytes.remaining());
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, out, true);
    return result.isError() ? bytes.position() - from : -1;
  }

  /** Of what has been read. */
  String hash() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
