// swift-tools-version:6.2
import PackageDescription

// Who may import whom stands in Docs/architecture.md; Scripts/check-imports compares every file with it.

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  // A deprecation in a newer release of a library is told, not fatal: no versions are pinned.
  .treatAllWarnings(as: .error, .when(configuration: .debug)),
  .treatWarning("DeprecatedDeclaration", as: .warning, .when(configuration: .debug)),
]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let configuration = Target.Dependency.product(
  name: "Configuration", package: "swift-configuration")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let httpClient = Target.Dependency.product(
  name: "AsyncHTTPClient", package: "async-http-client")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(
  name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(
  name: "HummingbirdTesting", package: "hummingbird")
let hummingbirdTLS = Target.Dependency.product(name: "HummingbirdTLS", package: "hummingbird")
let lifecycle = Target.Dependency.product(
  name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(
  name: "UnixSignals", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let nio: [Target.Dependency] = [
  "NIOCore", "NIOPosix", "NIOHTTP1", "NIOTLS", "NIOWebSocket",
].map {
  .product(name: $0, package: "swift-nio")
}
let nioCompression = Target.Dependency.product(
  name: "NIOHTTPCompression", package: "swift-nio-extras")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")

func floor(
  _ name: String, _ dependencies: [Target.Dependency], path: String? = nil,
  resources: [Resource]? = nil
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: path ?? "Sources/\(name)",
    resources: resources, swiftSettings: settings)
}

func network(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  floor(
    "\(name)Network", ["HeedModel", "HeedNetwork", "HeedMarkup", logging] + dependencies,
    path: "Sources/Networks/\(name)")
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies + ["HeedTesting"],
    path: "Tests/\(name)Tests", exclude: exclude, swiftSettings: settings)
}

func system(_ name: String, package: String, from debian: String) -> Target {
  .systemLibrary(
    name: name, path: "Sources/System/\(name)", pkgConfig: package,
    providers: [.apt([debian])])
}

let package = Package(
  name: "heed",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "heed", targets: ["heed"]),
    .library(name: "HeedModel", targets: ["HeedModel"]),
    .library(name: "HeedTopics", targets: ["HeedTopics"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-configuration.git", from: "1.4.0"),
    .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-system.git", from: "1.8.1"),
    .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.6"),
    .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
    .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
  ],
  targets: [
    system("CArgon2", package: "libargon2", from: "libargon2-dev"),
    system("CGMime", package: "gmime-3.0", from: "libgmime-3.0-dev"),
    system("CGumbo", package: "gumbo", from: "libgumbo-dev"),
    system("CLibPQ", package: "libpq", from: "libpq-dev"),
    system("CLibXML", package: "libxml-2.0", from: "libxml2-dev"),

    floor("HeedModel", []),
    floor("HeedTopics", []),
    floor("HeedMarkup", ["HeedModel", "CGumbo"]),
    .target(
      name: "CModels", path: "Sources/System/CModels",
      exclude: ["language.bin", "tone.bin", "kind.bin", "meaning.bin"]),
    floor("HeedReading", ["HeedModel", "CModels"]),
    floor("HeedNetwork", ["HeedModel"]),
    floor(
      "HeedWire", ["HeedNetwork", "HeedModel", httpClient, nioSSL, nioCompression, logging] + nio),
    network("Bluesky", [crypto]),
    network("Feeds", ["CLibXML"]),
    network("Mail", ["CGMime"]),
    network("Mastodon", [crypto]),
    network("HackerNews"),
    network("Discourse", [cryptoExtras]),
    network("GitHub"),
    network("Lemmy"),
    network("Practice"),
    network("Web"),
    network("WordPress"),
    network("Crowd"),
    floor(
      "HeedStore", ["HeedModel", "HeedTopics", logging],
      resources: [.embedInCode("Migrations")]),
    floor("HeedSQLite", ["HeedStore", grdb, grdbSQLite]),
    floor("HeedPostgres", ["HeedStore", "CLibPQ", logging]),
    floor(
      "HeedDesk",
      ["HeedModel", "HeedNetwork", "HeedTopics", "CArgon2", crypto, lifecycle, logging]),
    floor(
      "HeedWeb",
      [
        "HeedDesk", "HeedModel", "HeedNetwork", "HeedTopics", hummingbird, hummingbirdCore,
        hummingbirdTLS, httpTypes, lifecycle, logging, nioSSL,
        .product(name: "NIOCore", package: "swift-nio"),
      ],
      resources: [.embedInCode("Public")]),
    .executableTarget(
      name: "heed",
      dependencies: [
        "HeedModel", "HeedTopics", "HeedMarkup", "HeedReading", "HeedNetwork", "HeedWire",
        "BlueskyNetwork", "FeedsNetwork", "MailNetwork", "MastodonNetwork", "PracticeNetwork",
        "CrowdNetwork", "HackerNewsNetwork", "DiscourseNetwork", "GitHubNetwork", "LemmyNetwork",
        "WebNetwork", "WordPressNetwork", "HeedStore", "HeedSQLite", "HeedPostgres",
        "HeedDesk", "HeedWeb", argumentParser,
        configuration,
        hummingbird, httpTypes, lifecycle, logging, signals,
        .product(name: "SystemPackage", package: "swift-system"),
        .product(name: "NIOCore", package: "swift-nio"),
      ],
      path: "Sources/heed", swiftSettings: settings),

    floor(
      "HeedTesting",
      [
        "HeedModel", "HeedNetwork", "HeedStore", "HeedSQLite", "HeedPostgres", "HeedDesk",
        "HeedReading", crypto, cryptoExtras, logging,
      ]),

    // A far side on real connections for the tests in the browser; no part of the program.
    .executableTarget(
      name: "mastodon-double",
      dependencies: ["HeedTesting", "HeedModel", "HeedNetwork", argumentParser, nioSSL] + nio,
      path: "Tests/MastodonDouble", swiftSettings: settings),
    .executableTarget(
      name: "mail-double",
      dependencies: [
        "HeedTesting", "HeedModel", argumentParser, nioSSL,
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      path: "Tests/MailDouble", swiftSettings: settings),

    // What `make measure-reading` runs; no part of the program.
    .executableTarget(
      name: "measure-reading", dependencies: ["HeedReading", "HeedModel"],
      path: "Tests/MeasureReading", swiftSettings: settings),

    // What doubles on real connections share.
    .target(
      name: "DoubleServing",
      dependencies: [
        "HeedTesting", "HeedModel", "HeedNetwork", hummingbird, hummingbirdCore, hummingbirdTLS,
        httpTypes, logging, nioSSL, .product(name: "NIOCore", package: "swift-nio"),
      ],
      path: "Tests/DoubleServing", swiftSettings: settings),
    .executableTarget(
      name: "bluesky-double",
      dependencies: [
        "DoubleServing", "HeedTesting", "HeedModel", "HeedNetwork", "HeedWire", "BlueskyNetwork",
        argumentParser, logging,
      ],
      path: "Tests/BlueskyDouble", swiftSettings: settings),
    .executableTarget(
      name: "place-double",
      dependencies: [
        "DoubleServing", "HeedTesting", "HeedModel", "HeedNetwork", argumentParser,
      ],
      path: "Tests/PlaceDouble", swiftSettings: settings),

    tests("Docs", []),
    tests("HeedModel", ["HeedModel"]),
    tests("HeedTopics", ["HeedTopics"]),
    tests("HeedMarkup", ["HeedMarkup", "HeedModel", "CGumbo"]),
    tests("HeedReading", ["HeedReading", "HeedModel", "measure-reading"]),
    tests("HeedWire", ["HeedWire", "HeedNetwork", "HeedModel", nioSSL, logging] + nio),
    tests("BlueskyNetwork", ["BlueskyNetwork", "HeedModel", "HeedNetwork"]),
    tests("FeedsNetwork", ["FeedsNetwork", "HeedModel", "HeedNetwork"]),
    tests("MailNetwork", ["MailNetwork", "HeedModel", "HeedNetwork", "HeedMarkup"]),
    // Against real servers; Scripts/test-peers starts them.
    .testTarget(
      name: "MailPeerTests",
      dependencies: [
        "MailNetwork", "HeedWire", "HeedModel", "HeedNetwork", "HeedTesting", logging,
      ],
      path: "Tests/PeerTests/mail/MailPeerTests", swiftSettings: settings),
    .testTarget(
      name: "NamesPeerTests", dependencies: ["HeedWire", "HeedModel", "HeedNetwork", logging],
      path: "Tests/PeerTests/names/NamesPeerTests", swiftSettings: settings),
    .testTarget(
      name: "FeedsPeerTests",
      dependencies: ["FeedsNetwork", "HeedWire", "HeedModel", "HeedNetwork", logging],
      path: "Tests/PeerTests/feeds/FeedsPeerTests", swiftSettings: settings),
    .testTarget(
      name: "WordPressPeerTests",
      dependencies: [
        "WordPressNetwork", "FeedsNetwork", "WebNetwork", "HeedWire", "HeedModel", "HeedNetwork",
        logging,
      ],
      path: "Tests/PeerTests/wordpress/WordPressPeerTests", swiftSettings: settings),
    tests("MastodonNetwork", ["MastodonNetwork", "HeedModel", "HeedNetwork", crypto]),
    tests("HackerNewsNetwork", ["HackerNewsNetwork", "HeedModel", "HeedNetwork"]),
    tests("DiscourseNetwork", ["DiscourseNetwork", "HeedModel", "HeedNetwork"]),
    tests("GitHubNetwork", ["GitHubNetwork", "HeedModel", "HeedNetwork"]),
    tests("LemmyNetwork", ["LemmyNetwork", "HeedModel", "HeedNetwork"]),
    tests("PracticeNetwork", ["PracticeNetwork", "HeedModel", "HeedNetwork"]),
    tests("WebNetwork", ["WebNetwork", "HeedModel", "HeedNetwork"]),
    tests("WordPressNetwork", ["WordPressNetwork", "HeedModel", "HeedNetwork"]),
    tests("HeedSQLite", ["HeedSQLite", "HeedStore"]),
    tests("HeedPostgres", ["HeedPostgres", "HeedStore"]),
    tests("HeedStore", ["HeedStore", "HeedSQLite", "HeedPostgres", "HeedModel", "HeedTopics"]),
    tests(
      "HeedDesk",
      [
        "HeedDesk", "HeedModel", "HeedNetwork", "HeedTopics", "HeedStore", "HeedSQLite",
        "HeedReading", "PracticeNetwork", "WebNetwork", "DiscourseNetwork", "FeedsNetwork",
        "GitHubNetwork", "MastodonNetwork", crypto, lifecycle, logging,
      ]),
    tests(
      "HeedWeb",
      [
        "HeedWeb", "HeedDesk", "HeedModel", "HeedNetwork", "HeedStore", "HeedSQLite",
        "HeedReading", "HeedTopics", "PracticeNetwork", hummingbird, hummingbirdTesting, httpTypes,
        lifecycle, logging, nioSSL,
      ] + nio, exclude: ["Golden"]),
    tests(
      "Heed",
      [
        "heed", "HeedDesk", "HeedModel", "HeedNetwork", "HeedSQLite", "HeedStore", "HeedWeb",
        "HeedWire", "HeedReading", "FeedsNetwork", "MailNetwork", "WebNetwork", argumentParser,
        crypto,
        hummingbird, httpTypes,
        lifecycle, logging, .product(name: "NIOCore", package: "swift-nio"),
      ]),
  ]
)
