/// Small drawings of our own. Each stands beside its word and is hidden from those who listen.
enum Icon {
  static let today = drawn(#"<path d="M3 5h14M3 10h10M3 15h7"/>"#)
  static let heard = drawn(
    """
    <path d="M2 7c3-3 5 3 8 0s5 3 8 0M2 13c3-3 5 3 8 0s5 3 8 0"/>
    """)
  static let topics = drawn(
    """
    <path d="M7.5 3 5.5 17M14.5 3l-2 14M3.5 7.5h14M2.5 12.5h14"/>
    """)
  static let people = drawn(
    """
    <circle cx="10" cy="7" r="3.2"/><path d="M3.5 17c.8-3.6 3.2-5 6.5-5s5.7 1.4 6.5 5"/>
    """)
  static let sources = drawn(
    """
    <circle cx="5" cy="15" r="1.5"/>\
    <path d="M3.5 9a7.5 7.5 0 0 1 7.5 7.5M3.5 4A12.5 12.5 0 0 1 16 16.5"/>
    """)
  static let search = drawn(#"<circle cx="9" cy="9" r="5.5"/><path d="m13.5 13.5 4 4"/>"#)
  static let members = drawn(
    """
    <circle cx="7" cy="7.5" r="2.7"/><circle cx="14" cy="8.5" r="2.1"/>\
    <path d="M2 16c.6-3 2.4-4.2 5-4.2s4.4 1.2 5 4.2M13.5 12.5c2.5-.2 4 1 4.5 3.5"/>
    """)
  static let settings = drawn(
    """
    <path d="M3 6h7m4 0h3M3 14h3m4 0h7"/><circle cx="12" cy="6" r="2"/>\
    <circle cx="8" cy="14" r="2"/>
    """)
  static let audit = drawn(
    """
    <path d="M5 2.5h7l3 3v12H5zM12 2.5v3h3M7.5 10h5M7.5 13.5h5"/>
    """)
  static let more = drawn(
    """
    <circle cx="4.5" cy="10" r="1.2"/><circle cx="10" cy="10" r="1.2"/>\
    <circle cx="15.5" cy="10" r="1.2"/>
    """)
  static let told = drawn(
    """
    <path d="M4.5 14.5h11c-1.2-1.4-1.5-3-1.5-5.5a4 4 0 0 0-8 0c0 2.5-.3 4.1-1.5 5.5z"/>\
    <path d="M8.5 17h3"/>
    """)
  static let lock = drawn(
    """
    <rect x="4.5" y="9" width="11" height="8" rx="2"/><path d="M7 9V6.5a3 3 0 0 1 6 0V9"/>
    """)
  static let trouble = drawn(#"<path d="M10 3 2.5 16.5h15zM10 8v4M10 14.5v.1"/>"#)
  static let done = drawn(#"<path d="m4 10.5 4 4 8-9"/>"#)
  static let back = drawn(#"<path class="turns" d="M12 4 6 10l6 6"/>"#)
  static let clock = drawn(#"<circle cx="10" cy="10" r="7"/><path d="M10 6v4l2.5 1.5"/>"#)
  static let wish = drawn(
    """
    <path d="M10 16.5S3 12.6 3 7.9a3.6 3.6 0 0 1 7-1.3 3.6 3.6 0 0 1 7 1.3c0 4.7-7 8.6-7 8.6z"/>
    """)
  static let mend = drawn(
    """
    <path d="m3.5 16.5 1-4 8.6-8.6a2.1 2.1 0 0 1 3 3l-8.6 8.6zM11.5 5.5l3 3"/>
    """)
  static let reads = drawn(
    """
    <path d="M10 5.5C8 4 5.5 4 3 4.5v11c2.5-.5 5-.5 7 1 2-1.5 4.5-1.5 7-1v-11c-2.5-.5-5-.5-7 1zM10 5.5v11"/>
    """)
  static let seen = drawn(
    """
    <path d="M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5z"/>\
    <circle cx="10" cy="10" r="2"/>
    """)
  static let rules = drawn(
    """
    <rect x="3.5" y="4" width="13" height="12" rx="2"/><path d="M7 8h6M7 12h4"/>
    """)
  static let picture = drawn(
    """
    <rect x="3" y="4" width="14" height="12" rx="2"/><circle cx="7.5" cy="8.5" r="1.3"/>\
    <path d="m4 15 4-4 2.5 2.5L13 11l4 4"/>
    """)
  static let keys = drawn(
    """
    <rect x="2.5" y="5.5" width="15" height="9" rx="2"/>\
    <path d="M6 9h.1M9 9h.1M12 9h.1M14.5 9h.1M7 12h6"/>
    """)
  static let sent = drawn(
    """
    <path class="turns" d="M3 10 17 3.5 13.5 17 9.5 11.5zM9.5 11.5 17 3.5"/>
    """)

  private static func drawn(_ shapes: HTML) -> HTML {
    "<svg class=\"icon\" viewBox=\"0 0 20 20\" aria-hidden=\"true\" focusable=\"false\">\(shapes)</svg>"
  }
}
