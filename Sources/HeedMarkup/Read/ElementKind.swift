import CGumbo

/// What an element means for somebody who reads.
enum ElementKind {
  /// Not for reading: it goes with everything in it.
  case dropped
  case paragraph, heading, quote
  case list(ordered: Bool)
  case item, preformatted
  case row, cell
  case lineBreak, rule, image
  case link, emphasis, strong, code, struck, quoted
  /// Only its words count.
  case transparent

  init(_ tag: GumboTag) {
    switch tag {
    case GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_TEMPLATE, GUMBO_TAG_NOSCRIPT,
      GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT, GUMBO_TAG_EMBED, GUMBO_TAG_APPLET, GUMBO_TAG_AUDIO,
      GUMBO_TAG_VIDEO, GUMBO_TAG_CANVAS, GUMBO_TAG_SVG, GUMBO_TAG_MATH, GUMBO_TAG_HEAD,
      GUMBO_TAG_TITLE, GUMBO_TAG_META, GUMBO_TAG_LINK, GUMBO_TAG_BASE, GUMBO_TAG_INPUT,
      GUMBO_TAG_SELECT, GUMBO_TAG_DATALIST, GUMBO_TAG_TEXTAREA, GUMBO_TAG_BUTTON,
      GUMBO_TAG_FRAMESET, GUMBO_TAG_NOFRAMES, GUMBO_TAG_NOEMBED, GUMBO_TAG_MAP, GUMBO_TAG_PROGRESS,
      GUMBO_TAG_METER:
      self = .dropped
    case GUMBO_TAG_P, GUMBO_TAG_DIV, GUMBO_TAG_SECTION, GUMBO_TAG_ARTICLE, GUMBO_TAG_HEADER,
      GUMBO_TAG_FOOTER, GUMBO_TAG_MAIN, GUMBO_TAG_ASIDE, GUMBO_TAG_NAV, GUMBO_TAG_ADDRESS,
      GUMBO_TAG_FIGURE, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_DL, GUMBO_TAG_DT, GUMBO_TAG_DD,
      GUMBO_TAG_FIELDSET, GUMBO_TAG_LEGEND, GUMBO_TAG_FORM, GUMBO_TAG_DETAILS, GUMBO_TAG_SUMMARY,
      GUMBO_TAG_CENTER, GUMBO_TAG_TABLE, GUMBO_TAG_CAPTION, GUMBO_TAG_BODY, GUMBO_TAG_HGROUP:
      self = .paragraph
    case GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6:
      self = .heading
    case GUMBO_TAG_BLOCKQUOTE: self = .quote
    case GUMBO_TAG_UL, GUMBO_TAG_MENU, GUMBO_TAG_DIR: self = .list(ordered: false)
    case GUMBO_TAG_OL: self = .list(ordered: true)
    case GUMBO_TAG_LI: self = .item
    case GUMBO_TAG_PRE, GUMBO_TAG_LISTING, GUMBO_TAG_XMP, GUMBO_TAG_PLAINTEXT:
      self = .preformatted
    case GUMBO_TAG_TR: self = .row
    case GUMBO_TAG_TD, GUMBO_TAG_TH: self = .cell
    case GUMBO_TAG_BR: self = .lineBreak
    case GUMBO_TAG_HR: self = .rule
    case GUMBO_TAG_IMG: self = .image
    case GUMBO_TAG_A: self = .link
    case GUMBO_TAG_EM, GUMBO_TAG_I, GUMBO_TAG_CITE, GUMBO_TAG_DFN, GUMBO_TAG_VAR:
      self = .emphasis
    case GUMBO_TAG_STRONG, GUMBO_TAG_B: self = .strong
    case GUMBO_TAG_CODE, GUMBO_TAG_TT, GUMBO_TAG_KBD, GUMBO_TAG_SAMP: self = .code
    case GUMBO_TAG_DEL, GUMBO_TAG_S, GUMBO_TAG_STRIKE: self = .struck
    case GUMBO_TAG_Q: self = .quoted
    default: self = .transparent
    }
  }
}
