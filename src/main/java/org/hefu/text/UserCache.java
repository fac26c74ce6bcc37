package org.hefu.text;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the program may keep, for a user, what it can make again. */
public final class UserCache {
  private UserCache() {}

  /**
   * Below {@code XDG_CACHE_HOME}, else below {@code ~/.cache}; empty where that is no path.
   *
   * @param environment the variables of the process
   */
  public static Optional<Path> folder(Map<String, String> environment) {
    String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
    try {
      return Optional.of(
          caches.isEmpty()
              ? Path.of(System.getProperty("user.home", ""), ".cache", "hefu")
              : Path.of(caches, "hefu"));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
