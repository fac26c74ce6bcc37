package org.hefu.model;

import java.util.List;

/** The store of a policy that was given none. */
record NoGrants() implements GrantStore {
  @Override
  public long text(String name) {
    return ELSEWHERE;
  }

  @Override
  public long place(String data) {
    return ELSEWHERE;
  }

  @Override
  public int covers(long[] row) {
    return Row.FALSE;
  }

  @Override
  public List<Near> near(long[] row, int most) {
    return List.of();
  }

  @Override
  public int size() {
    return 0;
  }

  @Override
  public String hash() {
    return "";
  }
}
