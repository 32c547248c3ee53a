import HeedModel

/// What hangs on a post, by way of the desk: no member's browser asks another server for it.
enum MediaView {
  /// - Parameter address: where the desk gives it out to whoever looks.
  static func html(
    _ media: [Media], of post: ID<Post>, in page: PageContext,
    at address: (ID<Post>, Int) -> Route = { .media($0, $1) }
  ) -> HTML {
    guard !media.isEmpty else { return "" }
    return """
      <ul class="media">\(media.enumerated().html { index, item in
        "<li>\(self.item(item, address(post, index), in: page))</li>"
      })</ul>
      """
  }

  private static func item(_ media: Media, _ route: Route, in page: PageContext) -> HTML {
    let words = page.words.talk
    let alternative = media.alternative.flatMap { $0.isEmpty ? nil : $0 }
    guard media.kind == .image else {
      let kind = page.words.name(of: media.kind)
      return """
        <a class="medium" href="\(route)">\(Icon.picture)<span>\(kind)\
        \(HTML.with(alternative) { ": <span dir=\"auto\">\($0)</span>" })</span></a>
        """
    }
    return """
      <figure><a href="\(route)"><img src="\(route)" alt="\(alternative ?? words.noAlternative)" \
      loading="lazy"></a>\
      \(HTML.with(alternative) { "<figcaption dir=\"auto\">\($0)</figcaption>" })</figure>
      """
  }
}
