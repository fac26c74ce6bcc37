package org.hefu.problem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.hefu.text.Source;

/** Reads UTF-8 files, telling what is wrong with them instead of throwing. */
public final class ReadFile {
  /** A file's text, empty where it could not be read, and what was wrong. */
  public record Read(Source source, List<Problem> problems) {}

  private ReadFile() {}

  public static Read at(Path path) {
    try {
      if (Files.isDirectory(path)) {
        return failed(path.toString(), new Problem.Phrase("a-directory"));
      }
      return decoded(path.toString(), Files.readAllBytes(path));
    } catch (IOException e) {
      return unread(path.toString(), e);
    } catch (OutOfMemoryError e) {
      return failed(path.toString(), String.valueOf(e.getMessage()));
    }
  }

  /** That a file could not be read, and why. */
  public static Read unread(String name, IOException why) {
    return switch (why) {
      case NoSuchFileException _ -> failed(name, new Problem.Phrase("no-such-file"));
      case AccessDeniedException _ -> failed(name, new Problem.Phrase("access-denied"));
      default -> failed(name, String.valueOf(why.getMessage()));
    };
  }

  public static Read from(String name, InputStream in) {
    try {
      return decoded(name, in.readAllBytes());
    } catch (IOException e) {
      return failed(name, String.valueOf(e.getMessage()));
    }
  }

  private static Read failed(String name, Object why) {
    Source empty = new Source(name, "");
    return new Read(empty, List.of(Problem.of(Code.CANNOT_READ, empty.span(0, 0), why)));
  }

  /**
   * The text without a byte order mark; bytes that are no UTF-8 become U+FFFD and the first is
   * reported.
   */
  public static Read decoded(String name, byte[] bytes) {
    return decoded(name, bytes, 1);
  }

  /** The same, of some lines of a file, the first of which has this number. */
  public static Read decoded(String name, byte[] bytes, int firstLine) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    String text =
        result.isError() ? new String(bytes, StandardCharsets.UTF_8) : out.flip().toString();
    int readable = result.isError() ? out.position() : text.length();
    boolean marked = text.startsWith("\uFEFF");
    Source source = new Source(name, marked ? text.substring(1) : text, firstLine);
    if (!result.isError()) {
      return new Read(source, List.of());
    }
    int at = Math.clamp(readable - (marked ? 1 : 0), 0, source.text().length());
    return new Read(
        source, List.of(Problem.of(Code.NOT_UTF8, source.span(at, at), in.position() + 1)));
  }
}
