import HeedModel

/// People's words as they meant them: our own tree becomes our own markup, and nothing of theirs gets past it.
enum RichTextView {
  static func html(_ text: RichText, language: String? = nil) -> HTML {
    "<div class=\"said\" dir=\"auto\"\(attribute: "lang", language)>\(text.blocks.html(block))</div>"
  }

  private static func block(_ block: RichText.Block) -> HTML {
    switch block {
    case .paragraph(let inlines): "<p dir=\"auto\">\(inlines.html(inline))</p>"
    // Their headings are no headings of our page.
    case .heading(let inlines): "<p class=\"said-heading\" dir=\"auto\">\(inlines.html(inline))</p>"
    case .quote(let blocks): "<blockquote dir=\"auto\">\(blocks.html(self.block))</blockquote>"
    case .list(ordered: true, let items):
      "<ol>\(items.html { "<li dir=\"auto\">\($0.html(self.block))</li>" })</ol>"
    case .list(ordered: false, let items):
      "<ul>\(items.html { "<li dir=\"auto\">\($0.html(self.block))</li>" })</ul>"
    case .code(let code): "<pre dir=\"ltr\" tabindex=\"0\"><code>\(code)</code></pre>"
    }
  }

  private static func inline(_ inline: RichText.Inline) -> HTML {
    switch inline {
    case .text(let text): HTML(escaping: text)
    case .lineBreak: "<br>"
    case .emphasis(let inlines): "<em>\(inlines.html(self.inline))</em>"
    case .strong(let inlines): "<strong>\(inlines.html(self.inline))</strong>"
    case .code(let code): "<code dir=\"ltr\">\(code)</code>"
    case .link(let address, let inlines): link(address, inlines.html(self.inline))
    case .mention(let handle, let address): link(address, "<bdi>\(handle)</bdi>", kind: "mention")
    case .tag(let name, let address): link(address, "<bdi>#\(name)</bdi>", kind: "mention")
    }
  }

  private static func link(_ address: String?, _ text: HTML, kind: String? = nil) -> HTML {
    guard let address = address.flatMap(ForeignAddress.safe) else { return text }
    return """
      <a href="\(address)" rel="nofollow ugc noopener noreferrer"\(attribute: "class", kind)>\
      \(text)</a>
      """
  }
}
