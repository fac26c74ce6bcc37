package org.hefu.code;

import java.util.Map;

/**
 * What is worked out before all else.
 *
 * @param kept in an order in which nothing comes before what it asks
 * @param sizes how much of a method each has taken
 * @param looked so many come even before {@link Written#look}, which asks for them
 */
record Early(Map<Object, Kept> kept, Map<Object, Integer> sizes, int looked) {
  static final Early NOTHING = new Early(Map.of(), Map.of(), 0);
}
