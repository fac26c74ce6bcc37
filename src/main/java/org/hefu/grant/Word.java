package org.hefu.grant;

import java.util.Locale;

/** What a row of a file of grants is. */
enum Word {
  GRANT("授权"),
  SUSPEND("暂停"),
  REVOKE("撤销");

  private final String zh;

  Word(String zh) {
    this.zh = zh;
  }

  boolean is(Entry row) {
    String text = row.text(Column.LINE);
    return text.equals(zh) || text.equals(name().toLowerCase(Locale.ROOT));
  }
}
