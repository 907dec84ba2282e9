# What a package of Ferrygate holds. Two components: the console on an administrator's desk, the node programs on
# gateways and FTP servers.
include(GNUInstallDirs)

function(install_program component name section)
    if(TARGET ${name})
        install(TARGETS ${name} RUNTIME COMPONENT ${component})
        install(FILES "${PROJECT_SOURCE_DIR}/resources/man/${name}.${section}"
            DESTINATION "${CMAKE_INSTALL_MANDIR}/man${section}" COMPONENT ${component})
    endif()
endfunction()

install_program(console ferrygate 1)
install_program(console ferryctl 1)
install_program(node ferrygate-agent 8)
install_program(node ferrygate-proxy 8)

if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
    install(FILES resources/desktop/ferrygate.desktop
        DESTINATION "${CMAKE_INSTALL_DATADIR}/applications" COMPONENT console)
    install(FILES resources/icons/app.svg RENAME ferrygate.svg
        DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps" COMPONENT console)

    # The unit names the program by its installed path.
    configure_file(resources/units/ferrygate-agent.service.in
        "${PROJECT_BINARY_DIR}/units/ferrygate-agent.service" @ONLY)
    install(FILES "${PROJECT_BINARY_DIR}/units/ferrygate-agent.service"
        DESTINATION lib/systemd/system COMPONENT node)
    install(FILES resources/units/ferrygate.conf DESTINATION lib/sysusers.d COMPONENT node)
    install(FILES resources/units/gateway.conf DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT node)
endif()

install(FILES README.md CHANGELOG.md LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT console)
