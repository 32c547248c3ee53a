extension MessageWords {
  /// English messages are their own templates; here stand those that change with a number.
  static let english = MessageWords([
    "At most %1 fit there.": .counted { n in
      Plural.english(n, "At most one fits there.", "At most %1 fit there.")
    }
  ])
}
