package org.hefu.grant;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a row of a file of grants states, by the names of its columns. */
enum Column {
  /** What the row is: a grant, or what ends one. */
  LINE("行"),
  TITLE("名称"),
  GRANTOR("授权方"),
  GRANTEE("被授权方"),
  DATA("数据"),
  ACTS("行为"),
  PURPOSES("用途"),
  TERRITORY("地域"),
  FROM("自"),
  TO("至"),
  DEPTH("转授权"),
  PARENT("上级"),
  NOTE("备注");

  private final String zh;

  Column(String zh) {
    this.zh = zh;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Column> called(String word) {
    for (Column column : values()) {
      if (column.zh.equals(word) || column.word().equals(word)) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Column::word).toList();
  }
}
