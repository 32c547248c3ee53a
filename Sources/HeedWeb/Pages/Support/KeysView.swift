import HeedModel

extension KeysScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.keys
    let keys: [(String, String)] = [
      ("j", words.next), ("k", words.previous), ("Enter", words.open), ("r", words.reply),
      ("c", words.claim), ("h", words.hand), ("s", words.snooze), ("w", page.words.wishes.key),
      ("g", page.words.wishes.suggestedKey),
      ("d", words.done), ("m", words.mark), ("p", words.promise),
      ("a", page.words.secondLook.askKey), ("t", page.words.secondLook.takeKey),
      ("/", words.search),
      ("?", words.list), ("Esc", words.back),
    ]
    return """
      <div class="page">
      <h1>\(words.title)</h1>
      <p>\(page.member?.keys ?? true ? words.lead : words.areOff) \
      <a class="go" href="\(Route.me)">\(words.change)</a></p>
      <dl class="keys-list">\(keys.html { "<dt><kbd>\($0.0)</kbd></dt><dd>\($0.1)</dd>" })</dl>
      <p class="older"><a class="btn" href="\(Route.today)" data-close>\(page.words.errors.home)</a></p>
      </div>
      """
  }
}
