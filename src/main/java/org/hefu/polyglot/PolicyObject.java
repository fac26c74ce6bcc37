package org.hefu.polyglot;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.ArityException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.interop.UnsupportedTypeException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import java.util.List;
import org.hefu.debug.Keys;
import org.hefu.decide.DecisionJson;
import org.hefu.engine.Asked;
import org.hefu.engine.Program;
import org.hefu.fact.Facts;
import org.hefu.fact.ReadFlow;
import org.hefu.seek.Decide;
import org.hefu.text.Source;

/** A policy as a guest value: {@code outcome(json)} and {@code decide(json)}. */
@ExportLibrary(InteropLibrary.class)
final class PolicyObject implements TruffleObject {
  private static final String OUTCOME = "outcome";
  private static final String DECIDE = "decide";

  private final Program program;

  PolicyObject(Program program) {
    this.program = program;
  }

  @ExportMessage
  boolean hasMembers() {
    return true;
  }

  @ExportMessage
  Object getMembers(boolean includeInternal) {
    return new Keys(List.of(OUTCOME, DECIDE));
  }

  @ExportMessage
  boolean isMemberInvocable(String member) {
    return member.equals(OUTCOME) || member.equals(DECIDE);
  }

  @ExportMessage
  Object invokeMember(String member, Object... arguments)
      throws UnknownIdentifierException, ArityException, UnsupportedTypeException {
    if (!isMemberInvocable(member)) {
      throw UnknownIdentifierException.create(member);
    }
    if (arguments.length != 1) {
      throw ArityException.create(1, 1, arguments.length);
    }
    try {
      Facts facts = facts(InteropLibrary.getUncached().asString(arguments[0]));
      return member.equals(OUTCOME) ? outcome(facts) : decision(facts);
    } catch (UnsupportedMessageException e) {
      throw UnsupportedTypeException.create(arguments, "a flow in JSON");
    }
  }

  @TruffleBoundary
  private Facts facts(String json) {
    ReadFlow.Result result = ReadFlow.file(new Source("flow", json), false, program.policy());
    return result.facts().orElseThrow(() -> new FaultyPolicy(result.problems(), null));
  }

  @TruffleBoundary
  private String outcome(Facts facts) {
    return Decide.outcome(program, facts, Asked.ALL).word();
  }

  @TruffleBoundary
  private String decision(Facts facts) {
    return DecisionJson.text(Decide.flow(program, facts, Asked.ALL), "flow");
  }
}
