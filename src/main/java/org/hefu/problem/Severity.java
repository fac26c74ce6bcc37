package org.hefu.problem;

/** How bad a problem is: an error stops the policy from being used, a warning does not. */
public enum Severity {
  ERROR,
  WARNING
}
