package org.hefu.model;

/**
 * A pattern that the policy asks of a fact that names data sets.
 *
 * @param slot where its truth stands; whoever states the fact fills it
 */
public record Match(int slot, Fact fact, Pattern pattern) {}
