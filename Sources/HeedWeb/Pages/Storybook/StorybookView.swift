extension StorybookScreen {
  public func body(in page: PageContext) -> HTML {
    """
    <div class="page"><h1>\(title(in: page))</h1>
    <ul class="list section">\(names.html {
      "<li><a class=\"go\" href=\"\(Route.storybookPage($0))\">\($0)</a></li>"
    })</ul></div>
    """
  }
}
