package org.hefu.model;

/** Whose data it is: what a party may grant without having been granted it. */
public record Authority(Party party, Pattern over) {}
