package org.hefu.lsp;

import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** Tells an editor why it gets no answer. */
final class Failed {
  private Failed() {}

  static ResponseErrorException of(ResponseErrorCode code, String why) {
    return new ResponseErrorException(new ResponseError(code, why, null));
  }
}
