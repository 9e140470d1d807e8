import Foundation

extension HtmlRule {
    /// Where links lead and what they are called.
    static let links: [HtmlRule] = [
        HtmlRule("links lead somewhere, in the same window", broken: "<a href='#' target='_blank'>a</a>") { page in
            page.all("a").compactMap { link in
                guard let href = link["href"] else { return "no address: \(link.text)" }
                if link["target"] != nil { return "target: \(href)" }
                let starts = ["/", "#", "?", "tel:", "mailto:", "https://"]
                return href == "#" || !starts.contains(where: href.hasPrefix) || href.hasPrefix("//") ? href : nil
            }
        },
        HtmlRule("one text leads to one place", broken: "<a href='/a'>Meer</a><a href='/b'>Meer</a>") { page in
            // The same fault in two fields is told twice.
            // And all places of the village have one name.
            let links = page.all("a").filter { link in
                let address = link["href"] ?? ""
                return !address.hasPrefix("#") && !address.contains("/diensten/") && !address.contains("/vasthouden/")
            }
            let named = Dictionary(grouping: links) { $0.spokenName }
            return named.compactMap { name, links in
                let addresses = Set(links.compactMap { $0["href"] })
                return addresses.count > 1 ? "“\(name)”: \(addresses.sorted())" : nil
            }
        },
        HtmlRule("links say where they lead", broken: "<a href='/'>Lees meer</a>") { page in
            let vague: Set = [
                "", "hier", "klik hier", "lees meer", "meer", "here", "more", "read more", "link", "details",
            ]
            return page.all("a").filter { vague.contains($0.spokenName.lowercased()) }.map { $0["href"] ?? "" }
        },
        HtmlRule("what is read aloud begins with what is seen", broken: "<a href='/' aria-label='b'>a</a>") { page in
            page.all("a", "button", "input", "select", "summary").compactMap { element in
                guard let label = element["aria-label"] else { return nil }
                // Words alone are spoken to a computer; a sign such as – or +, or a number on a map, is not.
                let seen = element.text.lowercased().split { !$0.isLetter }
                let spoken = label.lowercased().split { !$0.isLetter }
                let begins = seen.isEmpty || spoken.first == seen.first
                return begins && Set(seen).isSubset(of: spoken) ? nil : "\(label): \(element.text)"
            }
        },
    ]

    /// What keeps pages plain: no code inside, nothing from elsewhere, signs beside words.
    static let look: [HtmlRule] = [
        HtmlRule("no style and no code inside", broken: "<p style='a'></p><script>a</script>") { page in
            page.all.flatMap { element in
                let names = element.tag.attributes.keys.filter { $0 == "style" || $0.lowercased().hasPrefix("on") }
                let isCode = element.name == "style" || (element.name == "script" && element["src"] == nil)
                return names.map { "\($0) of \(element.name)" } + (isCode ? [element.name] : [])
            }
        },
        HtmlRule("nothing comes from elsewhere", broken: "<img src='https://a.example/b' alt=''>") { page in
            page.all.flatMap { element in
                let names = element.name == "a" ? ["src"] : ["src", "href", "action", "srcset", "poster"]
                return names.compactMap { element[$0] }.filter { address in
                    let isOurs = address.hasPrefix("/") && !address.hasPrefix("//")
                    return !isOurs && !address.hasPrefix("#")
                }
            }
        },
        HtmlRule("scripts wait for the page", broken: "<script src='/a.js'></script>") { page in
            page.all("script").filter { $0["type"] != "module" && $0["defer"] == nil }.map { $0["src"] ?? "" }
        },
        HtmlRule("one style sheet", broken: "<link rel='stylesheet' href='/a'><link rel='stylesheet' href='/b'>") {
            page in
            let sheets = page.all("link").filter { $0["rel"] == "stylesheet" }.compactMap { $0["href"] }
            return sheets.count > 1 ? sheets : []
        },
        HtmlRule("pictures have words", broken: "<svg></svg>") { page in
            page.placed.compactMap { element, around in
                if element.name == "img" { return element["alt"] == nil ? "img" : nil }
                guard element.name == "svg" else { return nil }
                if ["img", "group"].contains(element["role"] ?? ""), element["aria-label"]?.isEmpty == false {
                    return nil
                }
                if element["aria-labelledby"] != nil { return nil }
                guard element["aria-hidden"] == "true" else { return "svg without words" }
                let holder = around.last {
                    ["a", "button", "li", "p", "h1", "h2", "h3", "span", "div"].contains($0.name)
                }
                return holder?.spokenName.isEmpty == false ? nil : "svg alone"
            }
        },
        HtmlRule("a state is said in words", broken: "<span class='nl-data-badge'>✓</span>") { page in
            let marks = ["nl-data-badge", "ok-count", "nl-alert"]
            return page.all.filter { !$0.classes.isDisjoint(with: marks) && !$0.isHidden }.filter { element in
                !element.text.contains { $0.isLetter || $0.isNumber }
            }.map { "\($0.classes.sorted())" }
        },
        HtmlRule("nothing is played, moved or drawn by the browser's own", broken: "<marquee>a</marquee>") { page in
            page.all("marquee", "blink", "audio", "video", "iframe", "object", "embed", "dialog", "canvas").map(\.name)
        },
        HtmlRule("what ARIA says is not said wrongly", broken: "<div role='buton'></div>") { page in
            let roles: Set = [
                "status", "alert", "region", "timer", "img", "list", "group", "search", "note", "presentation",
                "progressbar", "log", "navigation", "table", "row", "cell", "columnheader", "rowheader", "rowgroup",
            ]
            return page.all.compactMap { element in
                element["role"].flatMap { roles.contains($0) ? nil : "role \($0)" }
            }
        },
    ]
}
