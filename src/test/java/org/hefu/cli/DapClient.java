package org.hefu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A debugger, as far as tests need one: it speaks the debug adapter protocol over a socket. */
final class DapClient implements AutoCloseable {
  private static final int PATIENCE = 60_000;

  private final Socket socket;
  private final InputStream in;
  private final List<JsonNode> events = new ArrayList<>();
  private int sent;

  DapClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** The response's body. */
  JsonNode ask(String command, Map<String, ?> arguments) throws IOException {
    JsonNode response = send(command, arguments);
    if (!response.path("success").asBoolean()) {
      throw new IOException(command + ": " + response);
    }
    return response.path("body");
  }

  /** What is said where a request fails. */
  String refusal(String command, Map<String, ?> arguments) throws IOException {
    JsonNode response = send(command, arguments);
    if (response.path("success").asBoolean()) {
      throw new IOException(command + " was not refused: " + response);
    }
    return response.toString();
  }

  private JsonNode send(String command, Map<String, ?> arguments) throws IOException {
    int seq = ++sent;
    byte[] body =
        JsonMapper.shared()
            .writeValueAsBytes(
                Map.of("seq", seq, "type", "request", "command", command, "arguments", arguments));
    socket.getOutputStream().write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(UTF_8));
    socket.getOutputStream().write(body);
    socket.getOutputStream().flush();
    while (true) {
      JsonNode message = read();
      if (message.path("request_seq").asInt() == seq) {
        return message;
      }
      events.add(message);
    }
  }

  /** The body of the next event of that name. */
  JsonNode await(String event) throws IOException {
    while (true) {
      for (JsonNode each : events) {
        if (each.path("event").asString("").equals(event)) {
          events.remove(each);
          return each.path("body");
        }
      }
      events.add(read());
    }
  }

  private JsonNode read() throws IOException {
    int length = 0;
    for (String line = line(); !line.isEmpty(); line = line()) {
      if (line.startsWith("Content-Length:")) {
        length = Integer.parseInt(line.substring("Content-Length:".length()).strip());
      }
    }
    return JsonMapper.shared().readTree(in.readNBytes(length));
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the debugger's connection was closed");
      }
      line.append((char) c);
    }
    return line.toString().strip();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
