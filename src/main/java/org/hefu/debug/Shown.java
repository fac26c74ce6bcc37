package org.hefu.debug;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import java.util.List;
import java.util.Map;
import org.hefu.decide.Truth;
import org.jspecify.annotations.Nullable;

/**
 * A value, a group of them, or everything that can be seen from a place, as a debugger shows it.
 *
 * @param text what to show
 * @param truth what a condition comes to, so that breakpoints may depend on it; none for others
 * @param members what is below it, by name, in order
 */
@ExportLibrary(InteropLibrary.class)
public record Shown(
    Class<? extends TruffleLanguage<?>> language,
    String text,
    @Nullable Truth truth,
    Map<String, Object> members)
    implements TruffleObject {

  @ExportMessage
  boolean hasLanguage() {
    return true;
  }

  @ExportMessage
  Class<? extends TruffleLanguage<?>> getLanguage() {
    return language;
  }

  @ExportMessage
  Object toDisplayString(boolean allowSideEffects) {
    return text;
  }

  @ExportMessage
  boolean isScope() {
    return hasMembers();
  }

  @ExportMessage
  boolean hasMembers() {
    return truth == null;
  }

  @ExportMessage
  Object getMembers(boolean includeInternal) {
    return new Keys(List.copyOf(members.keySet()));
  }

  @ExportMessage
  boolean isMemberReadable(String member) {
    return members.containsKey(member);
  }

  @ExportMessage
  Object readMember(String member) throws UnknownIdentifierException {
    Object value = members.get(member);
    if (value == null) {
      throw UnknownIdentifierException.create(member);
    }
    return value;
  }

  @ExportMessage
  boolean isBoolean() {
    return truth == Truth.TRUE || truth == Truth.FALSE;
  }

  @ExportMessage
  boolean asBoolean() throws UnsupportedMessageException {
    if (!isBoolean()) {
      throw UnsupportedMessageException.create();
    }
    return truth == Truth.TRUE;
  }
}
