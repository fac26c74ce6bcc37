package org.hefu.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Sha256Test {
  @Test
  void itIsTheHashOfTheJdk() throws NoSuchAlgorithmException {
    Random random = new Random(256);
    for (int length = 0; length < 300; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      byte[] expected = MessageDigest.getInstance("SHA-256").digest(bytes);
      assertArrayEquals(expected, new Sha256().add(bytes).bytes(), length + " bytes");
      Sha256 inPieces = new Sha256();
      for (byte each : bytes) {
        inPieces.add(new byte[] {each});
      }
      assertArrayEquals(expected, inPieces.bytes(), length + " bytes, one by one");
    }
  }

  @Test
  void aKnownOne() {
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        new Sha256().add(new byte[] {'a', 'b', 'c'}).hexadecimal());
  }
}
