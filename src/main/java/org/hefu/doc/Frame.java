package org.hefu.doc;

import org.hefu.text.Bilingual;

/** What every page has around it: the head, the way to the other pages, the search, the foot. */
final class Frame {
  private Frame() {}

  static Html open(Bilingual title) {
    Html page = new Html();
    page.open("html", "lang", "zh", "data-lang", "zh").line();
    page.open("head").empty("meta", "charset", "utf-8");
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.element("title", title.zh() + " · Hefu 合符");
    page.empty("link", "rel", "stylesheet", "href", "hefu.css");
    page.open("script", "src", "hefu.js").close().close().line();
    page.open("body").open("header");
    page.link("index.html", Words.say("name"), "class", "name").open("nav");
    page.link("index.html", Words.say("instruments"));
    page.link("decision.html", Words.say("decision"));
    page.link("scenarios.html", Words.say("scenarios"));
    page.link("vocabulary.html", Words.say("vocabulary")).close();
    page.empty(
        "input",
        "id",
        "search",
        "type",
        "search",
        "autocomplete",
        "off",
        "placeholder",
        "搜索 Search",
        "aria-label",
        "搜索 Search");
    page.open("button", "id", "language", "type", "button", "aria-label", "语言 Language")
        .text("EN / 中文")
        .close();
    page.open("ul", "id", "found").close().close().line().open("main").line();
    return page.element("h1", title);
  }

  static String close(Html page) {
    page.close().line();
    page.element("footer", Words.say("not-advice"));
    return "<!DOCTYPE html>\n" + page.close().close() + "\n";
  }
}
