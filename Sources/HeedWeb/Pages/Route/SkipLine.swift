/// The way past all who wait, for those who go by keyboard: the conversation stands behind them.
enum SkipLine {
  static func html(in page: PageContext) -> HTML {
    "<a class=\"skip\" href=\"#talk\">\(page.words.shell.skipLine)</a>"
  }
}
