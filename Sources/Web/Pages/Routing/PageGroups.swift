/// Every page. The router, the navigation and the tests are made from this list and nothing else.
enum PageGroups {
    static func all(_ house: PageHouse) -> [any PageGroup] {
        [
            MapPages(),
            SearchPages(),
            HoldPages(),
            HandoverPages(),
            PlacePages(),
            RequestPages(),
            SignInPages(),
            AuditPages(house),
            LivePages(),
            AdmissionPages(),
            CoordinatorPages(),
            DeskPages(),
            CodeListPages(),
            StatementPages(),
            GapPages(house),
            QualityPages(),
        ]
    }
}
