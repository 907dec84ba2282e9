<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New rule set</source>
        <translation>&amp;Neuer Regelsatz</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren …</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Publish FTP server…</source>
        <translation>FTP-Server &amp;veröffentlichen …</translation>
    </message>
    <message>
        <source>&amp;Edit rule…</source>
        <translation>Regel &amp;bearbeiten …</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Switch rule &amp;on or off</source>
        <translation>Regel &amp;ein- oder ausschalten</translation>
    </message>
    <message>
        <source>Switch &amp;filter on or off</source>
        <translation>&amp;Filter ein- oder ausschalten</translation>
    </message>
    <message>
        <source>Filter &amp;settings…</source>
        <translation>Filter-&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;Passive range…</source>
        <translation>&amp;Passiver Portbereich …</translation>
    </message>
    <message>
        <source>E&amp;xternal address…</source>
        <translation>E&amp;xterne Adresse …</translation>
    </message>
    <message>
        <source>&amp;Customize protocol definition</source>
        <translation>Protokolldefinition &amp;anpassen</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>Dup&amp;licate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Review and apply…</source>
        <translation>Prüfen und an&amp;wenden …</translation>
    </message>
    <message>
        <source>&amp;Discard changes not applied</source>
        <translation>Nicht angewendete Änderungen &amp;verwerfen</translation>
    </message>
    <message>
        <source>Restart FTP ser&amp;vice</source>
        <translation>FTP-&amp;Dienst neu starten</translation>
    </message>
    <message>
        <source>&amp;Test connection…</source>
        <translation>Verbindung &amp;testen …</translation>
    </message>
    <message>
        <source>Ask the nodes a&amp;gain</source>
        <translation>Knoten &amp;erneut fragen</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Protocols</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>FTP services</source>
        <translation>FTP-Dienste</translation>
    </message>
    <message>
        <source>Gateways</source>
        <translation>Gateways</translation>
    </message>
    <message>
        <source>Live log</source>
        <translation>Live-Protokoll</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>&amp;Inspektor</translation>
    </message>
    <message>
        <source>&amp;Findings</source>
        <translation>&amp;Befunde</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Pause the log</source>
        <translation>Protokoll &amp;anhalten</translation>
    </message>
    <message>
        <source>&amp;Empty the log view</source>
        <translation>Protokollansicht &amp;leeren</translation>
    </message>
    <message>
        <source>&amp;Keys and words</source>
        <translation>&amp;Tasten und Wörter</translation>
    </message>
    <message>
        <source>&amp;About Ferrygate</source>
        <translation>Ü&amp;ber Ferrygate</translation>
    </message>
    <message>
        <source>Import from &amp;server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an a&amp;ction…</source>
        <translation>A&amp;ktion suchen…</translation>
    </message>
</context>
<context>
    <name>AddressText</name>
    <message>
        <source>The address was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an IPv4 or IPv6 address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an address such as 203.0.113.1 or 2001:db8::1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no prefix length from 0 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a network such as 198.51.100.0/24.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has bits set behind its prefix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write %1/%2 for the network, or the address alone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgentAddress</name>
    <message>
        <source>The agent was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a host with a port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write host and port, such as 198.51.100.20:7521 or [2001:db8::20]:7521.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgentConfig</name>
    <message>
        <source>&quot;%1&quot; was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the file, then start the agent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unit&apos;s name must end in &quot;.service&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a &quot;ferrygate-agent&quot; file of version 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/node: The name is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/gateways: &quot;%1&quot; is there twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/services: &quot;%1&quot; is there twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A path, and a number of bytes from 0 on, are expected here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine &quot;%1&quot; is named twice.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgentEndpoint</name>
    <message>
        <source>The agent&apos;s address was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a host and a port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as gw-1.example.net:7521 or 203.0.113.1:7521.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgentFiles</name>
    <message>
        <source>&quot;%1&quot; was not written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room on the volume, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the path and its permissions, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at its permissions, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is larger than 64 MiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the right file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; was not made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not put back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgentProcess</name>
    <message>
        <source>&quot;%1&quot; was not started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the program&apos;s path in agent.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The process %1 was not ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It survived SIGTERM and SIGKILL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at what it waits for.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgentProgram</name>
    <message>
        <source>This build has no crash points; they are in debug builds only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ferrygate&apos;s agent on a gateway or FTP server host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get this agent&apos;s certificate with a token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the agent manages (agent.json).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print where tests can end the agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When told to end, also end the gateway engines and FTP services it supervises.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not understood. See --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the configuration with --config FILE.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ApplyVerb</name>
    <message>
        <source>Nothing was applied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes 1 to 3600 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is &quot;auto&quot; or &quot;later&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is &quot;rollback&quot;, &quot;keep&quot; or &quot;later&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brings the nodes to what the rule set says, tests it, and confirms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the plan and asks (or takes --yes). Then every node prepares; one refusal, and nothing has changed anywhere.
FTP services commit before gateways, a service restarts where its new configuration needs it, and each changed
rule is tested from the outside: login, PASV and EPSV, LIST, RETR, hash of the bytes.

What passed the test is confirmed (--confirm auto) or left for &quot;ferryctl confirm&quot; (--confirm later). Without a
confirm the agents go back by themselves after --confirm-within seconds, also when this program has died.
After a failed test everything is rolled back, kept (--on-failed-test keep), or left unconfirmed (later).

Exit code 0: applied, or nothing to do. 1: the old configuration runs, and stderr says why.

  ferryctl apply rules.json
  ferryctl apply --yes --why &quot;partner moved&quot; --user test --password-file pw rules.json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applies without asking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason, for the audit log and for others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;auto&quot;: once the test passed. &quot;later&quot;: leave it to &quot;ferryctl confirm&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WHEN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds until the agents go back by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SECONDS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not test from the outside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;rollback&quot;, &quot;keep&quot;, or &quot;later&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WHAT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the agents what they run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything runs as the rule set has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody said yes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer the question on a terminal, or add --yes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied and kept, although the test failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied, tested and confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied and confirmed, not tested.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied and not confirmed: the agents go back in %1 seconds. Keep it with &quot;ferryctl confirm %2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AuditLog</name>
    <message>
        <source>The audit log was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line before was cut short: the agent was ended while it wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit log was not written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit log does not hold together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1 does not follow from the line before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with a backup: a line was changed, taken out or put in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ballast</name>
    <message>
        <source>The ballast file was not found out about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ballast was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a plain file of the agent&apos;s own, so it was left alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it away, or name another path under &quot;ballast&quot; in agent.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The volume&apos;s free space is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its size is below 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With %1 less than %2 of the volume would stay free, which is low.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at most %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file system cannot reserve room for a file (fallocate).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a path on another file system under &quot;ballast&quot; in agent.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ballast was not released.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BallastVerb</name>
    <message>
        <source>keeps room on an FTP server&apos;s volume, and gives it back when the disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent keeps a file of SIZE on the volume of the service&apos;s files, in real blocks. When the disk is full, 0
gives the room back at once. Where the file lies is set in agent.json, under &quot;ballast&quot; of the service.
A size that would make the volume low is refused. &quot;ferryctl status&quot; shows what is kept and what is free.

SIZE is a number of bytes, or one with K, M, G or T (1024 of each other).

Exit code 0: done. 1: not done.

  ferryctl ballast rules.json files-1 2G
  ferryctl ballast rules.json files-1 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ballast was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it like 2G, 500M or 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 kept in %2, %3 of %4 free.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BannerProbe</name>
    <message>
        <source>No login banner was read from %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It sent no line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It accepted the connection and stayed silent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It closed the connection without a word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It said &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BuiltinEngine</name>
    <message>
        <source>The proxy did not take the configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says that it runs generation &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy of %1 does not run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It said &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct program and controlSocket in agent.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration was not prepared.</source>
        <translation>Die Konfiguration wurde nicht vorbereitet.</translation>
    </message>
    <message>
        <source>A rule ends TLS on %1, but no certificate is named for it.</source>
        <translation>Eine Regel beendet TLS auf %1, aber dafür ist kein Zertifikat benannt.</translation>
    </message>
    <message>
        <source>A rule ends TLS on %1, which has no certificate &quot;%2&quot;.</source>
        <translation>Eine Regel beendet TLS auf %1, wo es kein Zertifikat „%2“ gibt.</translation>
    </message>
    <message>
        <source>Name a certificate in the gateway&apos;s settings, and its files under that name in agent.json.</source>
        <translation>Benennen Sie ein Zertifikat in den Einstellungen des Gateways, und seine Dateien unter diesem Namen in agent.json.</translation>
    </message>
    <message>
        <source>The session was not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no session %2 now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one that is listed now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was drained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs no rule &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply the rule first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy of %1 was not upgraded; the one that ran goes on.</source>
        <translation>Der Proxy von %1 wurde nicht erneuert; der bisherige läuft weiter.</translation>
    </message>
    <message>
        <source>The new one did not take over in time.</source>
        <translation>Der neue hat nicht rechtzeitig übernommen.</translation>
    </message>
    <message>
        <source>Correct what it says, or put the old program back.</source>
        <translation>Beheben Sie, was er sagt, oder stellen Sie das alte Programm wieder her.</translation>
    </message>
    <message>
        <source>Its program was replaced since it was started, version %1 runs: &quot;ferryctl gateway upgrade&quot; lets the new one take over.</source>
        <translation>Sein Programm wurde seit dem Start ersetzt, es läuft Version %1: Mit „ferryctl gateway upgrade“ übernimmt das neue.</translation>
    </message>
</context>
<context>
    <name>CheckVerb</name>
    <message>
        <source>says what will not work, why, and what cures it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs all checks over a rule set file. No agent is asked. Each finding has a stable code, says in words what
will happen to clients, and names its quick fixes.

With --fix the first quick fix of each finding is taken and the file is saved under the next revision.

Exit code 0: no error and no warning. 2: there are some. 1: the file could not be read or saved.

  ferryctl check rules.json
  ferryctl check --fix rules.json &amp;&amp; ferryctl plan rules.json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the quick fixes and saves the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fixed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to worry about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>The gateway answers 550 to AUTH TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 speaks explicit TLS, but the filter of this rule denies AUTH TLS. Clients get &quot;550 Access is denied&quot; from the gateway; the server never sees the command. Without the filter, or with AUTH TLS relayed, the gateway cannot read the data ports any more: then publish a fixed passive range as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch the filter off for this rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relay AUTH TLS (pass)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The certificate expires in %n days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The certificate &quot;%1&quot; of %2 is valid until %3. After that clients refuse it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter answers 550 to AUTH TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter is on and denies AUTH TLS, but the published site speaks explicit TLS. Clients get 550 from the gateway and the server never sees the command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypted data connections without a fixed passive range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody on the gateway can read the port in an encrypted 227, so only ports published beforehand work. The server picks any port: LIST will hang after 150.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The protocol definition does not publish the passive range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server hands out ports that the gateway does not accept: LIST will hang after 150.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The external address is missing or not the listener&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server writes an address into 227 that clients cannot reach, so PASV transfers fail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passive range is too small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A port is busy for the transfer and four minutes after it (TIME_WAIT). When all are busy, transfers fail with 425.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passive range lies among well-known or ephemeral ports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other programs take ports there, and transfers fail now and then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The listener&apos;s address is not on the gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway cannot accept connections on an address that it does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter cannot read implicit FTPS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Implicit FTPS is encrypted from the first byte. A filter that does not terminate TLS ends every connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command policy makes login or FTPS impossible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands that every session needs are denied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data connection is possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passive and active transfers are both ruled out: people can log in, and nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two rules use one listener</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two rules accept the same clients on the same address and port. Only the first is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule is never reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An earlier rule on the same listener takes all clients of this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published ranges collide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two rules publish the same ports of one address for different servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A listener lies in a published range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port is promised to data connections, so control connections cannot be accepted on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passive ranges on one host collide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two FTP services on one host hand out the same ports, or a control port lies in a passive range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway has no certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To terminate TLS the gateway needs a certificate of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A certificate expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients refuse a certificate that has expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A certificate is made for another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients warn or refuse when the certificate does not name the address they connected to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine has no FTP filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule asks for the filter, and the gateway&apos;s engine only forwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine cannot handle AUTH TLS that way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the rule asks for is not done by this engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine does not enforce the command policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine does not limit sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More sessions get through than the rule says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applying restarts an FTP service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change becomes active with a restart, which ends the sessions of the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something that is referred to does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule is left out until it refers to something that exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule is on no gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is published nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule has no control port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither the listener nor the protocol definition names a port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can log in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command policy denies %1, without which no session gets past the login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FTPS cannot start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command policy denies %1. Clients that insist on encryption cannot use this rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passive and active transfers are both ruled out, by the data modes or by the command policy. People can log in, but not list, send or fetch anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow passive transfers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot terminate TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule asks %1 to end TLS and inspect what is in it. Its engine, %2, cannot do that, and the rule cannot be applied there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not enforce the command policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the preset Full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not limit sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More sessions get through on %1 than the rule says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PASV gives an address that clients cannot reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no external address for %2, so it writes its own address into 227, and the gateway cannot correct what it cannot read. Clients that use PASV connect to nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PASV gives %1, which clients cannot reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 advertises %2, an address of the inner network. Clients of %3 connect to %4 and cannot reach the other one; PASV transfers fail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PASV gives %1, not the listener&apos;s address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 advertises %2, but clients of %3 connect to %4. That is right only if address translation in front of the gateway turns one into the other; else PASV transfers fail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advertise %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Implicit FTPS is encrypted from the first byte. The filter waits for commands in clear text, does not understand what comes, and ends every connection. Without the filter, publish a fixed passive range as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminate TLS at the gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not have the address %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gateway can accept connections only on addresses it has. The external addresses of %1 do not hold %2, so the rule cannot be applied there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port %1 is a data port of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 publishes port %2 of %3 for data connections, so control connections cannot be accepted on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen on port %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AUTH TLS is relayed, so the gateway cannot read the encrypted 227 and opens no data ports by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter is off, so the gateway opens no data ports by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LIST will hang after 150</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 hands out any port, and nobody accepts connections on it. Login works; directory listings and transfers wait for a data connection that never comes. Set a fixed passive range and publish it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 The protocol definition publishes no data ports either. Login works; directory listings and transfers wait for a data connection that never comes. Publish the passive range that is set on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (custom%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customize the protocol and publish %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Publish %1 with %2 (%n rules)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Publish %1 with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway does not publish %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 hands out ports %2, but the protocol definition %3 does not publish all of them. A client that is given one of the others waits for a data connection that never comes: LIST will hang after 150.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passive range lies among the well-known ports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ports below 1024 belong to other services and need special rights. Where one is taken, transfers on it fail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passive range lies among the ephemeral ports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host takes ports %1 for its own outgoing connections. Now and then one of them is a port that the FTP server has promised to a client, and the transfer fails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published ports collide with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This rule and %1 publish some of the same ports of %2 for different servers. The gateway cannot tell whose data connection comes in. Give each server a passive range of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1 instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use ports %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 ports are few for %n transfers at once</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A port is busy for the transfer and four minutes after it (TIME_WAIT), so %n transfers at once need %1 ports; %2 has %3. When all are busy, clients get 425 and try again later.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Applying restarts %1 and ends %n sessions</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Applying restarts %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 reads the passive range and the external address when it starts. The change becomes active with a restart; transfers under way on %2 are cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it in front of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disable this rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The listener is taken by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never reached: %1 comes first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stands in front of this rule, accepts the same clients on the same address and port, and the first rule that matches wins. This rule never does anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control port %1 lies in the passive range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site %1 of %2 listens on port %3 of the same host, so no data connection can be accepted on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passive range collides with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs on the same host and hands out some of the same ports. When both want one at the same time, a transfer fails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule terminates TLS at the gateway, which needs a certificate for that. Name one in the settings of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule terminates TLS at the gateway, but its certificate &quot;%1&quot; is not on %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate does not name %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate &quot;%1&quot; of %2 is made for %3. Clients that connect to %4 warn or refuse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no name at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule is left out of every plan, and nothing can be applied, until it refers to something that exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no FTP service %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish site %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no site %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no protocol definition %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no gateway %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take %1 off the rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The protocol definition %1 has no inbound primary connection, and the listener names no port, so clients have nowhere to connect to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish through %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is enabled, but published nowhere: no client can reach it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site %1 has an external address for a gateway that does not exist; it is never used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All commands would get through, whatever the rule says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine does not know who has a session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients that are not logged in reach the published passive ports too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch the engine of %1 to builtin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot deny AUTH TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule asks %1 to deny AUTH TLS. Its engine answers no commands, and the rule cannot be applied there. Relayed, the channel is encrypted from then on: no data ports are opened, and LIST will hang after 150 unless a passive range is published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 forwards only; the FTP filter needs the builtin engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule asks for the filter, which the engine of %1 does not have, and cannot be applied there. Without the filter, publish a fixed passive range, or LIST will hang after 150.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All commands would get through on %1, whatever the rule says, so it cannot be applied there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More sessions would get through on %1 than the rule says, so it cannot be applied there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not know who has a session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every client that the rule admits reaches the published passive ports through %1, also without being logged in. Whether data connections come from the client of the session is left to the FTP server, which by its default settings looks after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FTP service of IIS has to be restarted by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passive range counts for the whole server and becomes active when somebody restarts ftpsvc on the machine of %1. That ends the sessions of every FTP site there, also of those that do not change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine cannot do what a rule sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule asks for something that the gateway&apos;s engine has no means for, and cannot be applied there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch the filter on for this rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot do what the rule asks for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine of %1 does not do the following, and the rule cannot be applied there. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot do what the filter is set to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On %1 the filter is the FTP helper of the kernel. It does not do the following, and the rule cannot be applied there. %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClientIdentity</name>
    <message>
        <source>No agent can be asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make an identity with &quot;ferryctl enroll init&quot;, or name its directory with --identity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds no usable PEM data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it again with &quot;ferryctl enroll&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Publishes FTP and FTPS servers through a gateway, and proves that they can be reached.

Usage: ferryctl VERB [OPTIONS] [ARGUMENTS]

</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>

&quot;ferryctl VERB --help&quot; explains a verb. Exit codes: 0 done or nothing to do, 2 changes or findings, 1 error.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: ferryctl %1 [OPTIONS] %2

%3

</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options:
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With --json:
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See &quot;ferryctl --help&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See &quot;ferryctl %1 --help&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no verb &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explains this verb.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prints one JSON document for programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tells on stderr what is being done, also where nobody watches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;ferryctl %1&quot; takes %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publishes FTP and FTPS servers through a gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uses the keys in DIR instead of the user&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DIR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the lab that “ferryctl lab up” made in DIR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light, dark or system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NAME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule set to open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The console was not started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“ferrygate --help” lists what can be given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than one rule set was named.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandsVerb</name>
    <message>
        <source>prints the commands that set up an IIS by hand as the rule set says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is asked and nothing is changed. Passive range and external addresses are set for the server and its
sites, and the FTP service ftpsvc is restarted, which ends the sessions of every site. Ports and TLS of the
sites stay as they are.

Exit code 0: printed. 1: the service is not an IIS, or the file could not be read.

  ferryctl commands rules.json files-1
  ferryctl commands rules.json files-1 --shell appcmd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;powershell&quot; or &quot;appcmd&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHELL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a shell that is known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is &quot;powershell&quot; or &quot;appcmd&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is set up by its files and not by commands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;ferryctl plan&quot; shows how they change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule set sets nothing there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfirmVerb</name>
    <message>
        <source>keeps what was applied and not confirmed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirms the open Apply on every node of the rule set, so that the agents do not go back by themselves.

Exit code 0: confirmed, or nothing was open. 1: a node could not be asked.

  ferryctl apply --yes --confirm later rules.json &amp;&amp; ferryctl confirm rules.json</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Diagnosis</name>
    <message>
        <source>%1 answered &quot;%2&quot; instead of a greeting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 accepted the connection but sent no greeting. The gateway may not reach the FTP server, or implicit TLS is expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 closed the connection before a greeting. The gateway does not reach the FTP server, or no rule lets this client in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not answer: packets are dropped on the way, or the machine is down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused the connection: nothing listens there. Apply the rule, or start the gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection ended after AUTH TLS without an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is what an FTP filter in the way says to AUTH TLS; the server never saw it. Let the filter pass AUTH TLS, or switch it off for this rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server answered &quot;%1&quot;: it offers no TLS. Switch TLS on at the server, or publish the site without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server showed another key than the pinned one (%1). Someone may sit in between, or the certificate was renewed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate was not accepted: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The TLS handshake failed: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection ended before the login was answered: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot;: the server wants TLS before a login. Publish the site with explicit TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot;: the server does not take anonymous logins. Give a user and a password for the test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot;: user %2 could not log in. Check name and password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection ended before %1 was answered: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot;: %2 is not possible here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>227 sends clients to %1, but they came to %2: the external address is not set at the server, or the filter cannot rewrite it because the session is encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was the answer to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot;: the data connection to %2 did not come to stand with the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data connection to %1 was not answered: the port is not published, so %2 hangs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data connection to %1 was refused: the gateway does not publish this port. The server hands out a port that nobody opened.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiffVerb</name>
    <message>
        <source>tells in words how two rule set files differ in effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compares what the nodes would run under either file. Names and descriptions that change nothing on a node do
not count. No agent is asked: &quot;ferryctl plan&quot; compares a file with what runs.

Exit code 0: the same effect. 2: differences. 1: a file could not be read.

  ferryctl diff yesterday.json today.json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both have the same effect.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>rule %1</source>
        <translation>Regel %1</translation>
    </message>
    <message>
        <source>rule %1 on %2</source>
        <translation>Regel %1 auf %2</translation>
    </message>
    <message>
        <source>No longer published at %1</source>
        <translation>Nicht mehr veröffentlicht unter %1</translation>
    </message>
    <message>
        <source>Evaluated last</source>
        <translation>Wird zuletzt ausgewertet</translation>
    </message>
    <message>
        <source>Evaluated before %1</source>
        <translation>Wird vor %1 ausgewertet</translation>
    </message>
    <message>
        <source>Managed from now on, with %1</source>
        <translation>Ab jetzt verwaltet, mit %1</translation>
    </message>
    <message>
        <source>Certificate %1</source>
        <translation>Zertifikat %1</translation>
    </message>
    <message>
        <source>Engine %1 instead of %2</source>
        <translation>Engine %1 statt %2</translation>
    </message>
    <message>
        <source>none</source>
        <comment>certificate</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>Certificate %1 instead of %2</source>
        <translation>Zertifikat %1 statt %2</translation>
    </message>
    <message>
        <source>Managed from now on, %1</source>
        <translation>Ab jetzt verwaltet, %1</translation>
    </message>
    <message>
        <source>Not managed any more; publishes nothing</source>
        <translation>Nicht mehr verwaltet; veröffentlicht nichts</translation>
    </message>
    <message>
        <source>Not managed any more; keeps its present settings</source>
        <translation>Nicht mehr verwaltet; behält seine jetzigen Einstellungen</translation>
    </message>
    <message>
        <source>Transfers that run are finished by %1, which takes no new sessions; a client that connects at that moment may have to try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DriftVerb</name>
    <message>
        <source>%1 could not be asked: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the files back to what the last Apply wrote?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files are as the last Apply wrote them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the files as they are?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this over into the rule set?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is revision %2 now. Apply it, so that every node has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files are taken as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody said yes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer the question on a terminal, or add --yes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shows what was edited by hand on the nodes, undoes it, or takes it over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows for each native file that the last Apply wrote how it differs now: &quot;-&quot; was written, &quot;+&quot; is there.

--revert puts the files back to what was written; services restart where that needs it, and the gateways get
their rules again. If a service does not start with it, what was there comes back.
--adopt takes the settings of the FTP servers over into the rule set file, which is then to be applied. Where
only other lines were edited nothing is to be applied: the files count as written from then on. A gateway&apos;s
own files have no settings that belong into a rule set, and are put back.

Exit code 0: nothing was edited, or it was undone or taken over. 2: something was edited. 1: it did not work.

  ferryctl drift rules.json
  ferryctl drift --revert --why &quot;nobody knew of it&quot; rules.json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts the files back to what the last Apply wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes what is there over into the rule set file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does it without asking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason, for the audit log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--revert and --adopt are opposites.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave one of them out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>&quot;%1&quot; was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not in the rule set any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is built in, and built-in protocol definitions are read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customize it: the rule then uses a copy that you can edit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its site &quot;%1&quot; is published by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the rule publish something else first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deny AUTH TLS on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relay AUTH TLS on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>terminate TLS on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switch filter on on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switch filter off on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change TLS to the server on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the command policy of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the data modes of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the filter of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the external address of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rename %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the engine of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the external addresses of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the certificate of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove %1 and the rules that use only it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The id %1 is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>move %n rules</source>
        <translation>
            <numerusform>%n Regel verschieben</numerusform>
            <numerusform>%n Regeln verschieben</numerusform>
        </translation>
    </message>
    <message>
        <source>describe %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the primary connections of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the secondary connections of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bind the FTP filter to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take the FTP filter off %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>publish %1 with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>customize a protocol definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (custom%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>publish %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiteres</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is used by %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let them use something else first, or remove them too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>discard changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enable %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disable %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the protocol of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the gateways of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the listener of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the server of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change who may use %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switch log on for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switch log off for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the reason for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>remove %n rules</source>
        <translation>
            <numerusform>%n Regel entfernen</numerusform>
            <numerusform>%n Regeln entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>duplicate a rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (copy%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the passive range of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change TLS of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove %1 and the rules that publish it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import %1 from its server</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Endpoint</name>
    <message>
        <source>The host and port were not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a host and a port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write them as in gw-1.example:7521 or [2001:db8::1]:7521.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EngineRegistry</name>
    <message>
        <source>The gateway &quot;%1&quot; was not set up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This agent has no driver for the engine &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set &quot;engine&quot; to &quot;builtin&quot;, &quot;haproxy&quot;, &quot;nftables&quot; or &quot;proftpd&quot; in agent.json.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EngineSwitch</name>
    <message>
        <source>Sessions that still run in the engine %1, until they end: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration was not prepared.</source>
        <translation type="unfinished">Die Konfiguration wurde nicht vorbereitet.</translation>
    </message>
    <message>
        <source>agent.json names no engine &quot;%1&quot; for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one that it names, or add it there under &quot;alternatives&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnrollVerb</name>
    <message>
        <source>administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is an administrator now. Keys and authority are in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No certificate was issued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name and --out are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See &quot;ferryctl enroll --help&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is viewer, operator or administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2) can use the identity in %3. Hand it over on a safe way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No token was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A node&apos;s name is 1 to 64 characters of a-z, 0-9, &quot;.&quot;, &quot;_&quot; and &quot;-&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name it, such as gw-1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consoles check that the agent&apos;s certificate names its address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say under which address or name the agent is reached; more than one is possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes 1 to 1440.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an IP address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for &quot;ferrygate-agent enroll TOKEN&quot; on %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 enrolled from %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ferryctl: The token was not used in time. Make another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>makes keys, and lets agents and people in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>init   makes an authority and an administrator&apos;s certificate in the identity directory.
token  prints a token and waits until &quot;ferrygate-agent enroll TOKEN&quot; was run with it on the new node. It works
       once, for --minutes, and pins the authority, so that the agent cannot be lured to another one.
user   issues a certificate for another person.

Exit code 0: done; token: used. 1: not done; token: expired.

  ferryctl enroll init --name &quot;Ann Example&quot;
  ferryctl enroll token --node gw-1 --address gw-1.example.net --address 203.0.113.1
  ferryctl enroll user Bob --role operator --out ./bob</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directory with the authority. Default: $FERRYGATE_IDENTITY, or your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DIR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>init: your name, as audit logs will show it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NAME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token: the new node&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token: an address or host name of the node; may be repeated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ADDRESS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token: where the agent finds this program. Default: an address of this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ADDRESS[:PORT]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token: how long it is good for, 1 to 1440.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MINUTES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user: viewer, operator or administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROLE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user: directory for the new identity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;enroll&quot; takes init, token or user NAME.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Enroller</name>
    <message>
        <source>The agent was not enrolled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token&apos;s endpoint is no address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get a new token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;ferryctl enroll token&quot; must still run and be reachable from here. A token works once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The authority there is not the one in the token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone may be in between. Compare the endpoint and get a new token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token is for &quot;%1&quot;, and agent.json names this node &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct &quot;node&quot; in agent.json, or get a token for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another authority came back than the token names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is enrolled. Its certificate is in %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnumNames</name>
    <message>
        <source>&quot;%1&quot; is none of %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportVerb</name>
    <message>
        <source>prints a rule set, or some of its rules, as stable text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes the rule set in its canonical form: sorted keys, defaults left out, so that it reviews well in Git.
With --rule only those rules, with the protocol definitions, gateways and FTP services they need.
The output is JSON with and without --json.

Exit code 0, or 1 where the file could not be read or written.

  ferryctl export rules.json --rule partner-upload --out partner.json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this rule; may be repeated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes to FILE instead of the output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule set has no such rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterConsequence</name>
    <message>
        <source>On: these sessions are encrypted from the first byte. Unless TLS ends at the gateway, the filter reads nothing and clients are cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On: the gateway reads each command, enforces what is set below, and opens data ports only for the session that asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: the gateway passes the bytes on unread. Data connections use the published passive range; nothing below is enforced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: the gateway no longer opens data ports by itself. Publish the server&apos;s passive range, or LIST will hang after 150.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway itself answers 550 Access is denied. This server&apos;s FTPS clients cannot connect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway itself answers 550 Access is denied. Plain FTP goes on, with passwords in clear text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client and server encrypt end to end. From then on the filter sees nothing: the command policy ends at AUTH, and data needs the published passive range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client and server encrypt end to end. From then on the filter sees nothing and opens no data ports: publish the server&apos;s passive range, or LIST will hang after 150.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client encrypts to the gateway, which reads everything, and goes on to the server as set below. Clients see the gateway&apos;s certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way to the server is encrypted when the client&apos;s is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way to the server is in clear text: passwords can be read on that network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way to the server is always encrypted; a server without TLS refuses every login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>USER or PASS is refused: nobody can log in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AUTH is refused: FTPS clients cannot encrypt, and most of them give up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every command passes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients can list and download. STOR, DELE, RNFR, MKD, SITE and the like get 550 from the gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients can list and upload. RETR, DELE, RNFR, MKD, SITE and the like get 550 from the gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is listed, so that every command passes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 get 550 from the gateway; everything else passes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n commands pass; all others get 550 from the gateway.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Clients open the data connection to the gateway (PASV, EPSV). What nearly every client uses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PASV and EPSV get 550: clients behind a firewall of their own cannot transfer anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With both ways off, nobody can list or transfer anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server may open the data connection to the client (PORT, EPRT). The gateway must then reach the clients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PORT and EPRT get 550. Old clients that know only active mode cannot transfer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>227 replies carry the external address, whatever address the server writes into them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>227 replies go out as the server wrote them. If that is an inside address, clients cannot reach it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A data connection is accepted only from the address that logged in. It stops others from taking the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A data connection is accepted from any address. Transfers between two servers work; so does data theft (RFC 2577).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer lines get 500. Deep paths may already be longer than this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer lines get 500, and the session goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A session without a command for this long gets 421. People who read a listing are cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A session without a command or a transfer for this long gets 421.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is not logged in by then gets 421. Slow password checks may take longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is not logged in by then gets 421.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s own limit counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client number %1 gets 421 and may try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One client may hold every session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many programs open two to ten at once: they would fail with 421.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More from one address get 421. Offices behind one address share this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients read the server&apos;s own greeting, often with software and version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients read this text after 220, and the server&apos;s software stays private.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command list was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an FTP command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write commands with commas between them, such as STOR, DELE, SITE CHMOD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients may go on in clear text after the login, so that address translation on their side can read PORT. File names then cross the network unprotected.</source>
        <translation>Clients dürfen nach der Anmeldung im Klartext weitermachen, damit eine Adressübersetzung auf ihrer Seite PORT lesen kann. Dateinamen gehen dann ungeschützt durch das Netz.</translation>
    </message>
    <message>
        <source>CCC gets 534: the control connection stays encrypted to its end.</source>
        <translation>CCC bekommt 534: Die Steuerverbindung bleibt bis zu ihrem Ende verschlüsselt.</translation>
    </message>
    <message>
        <source>The idle limit comes first: it ends the session with its stalled transfer.</source>
        <translation>Die Leerlaufgrenze kommt zuvor: Sie beendet die Sitzung samt der stockenden Übertragung.</translation>
    </message>
    <message>
        <source>A transfer on which no byte moves for this long is cut. Servers that check a file before they close it may need longer.</source>
        <translation>Eine Übertragung, auf der sich so lange kein Byte bewegt, wird getrennt. Server, die eine Datei vor dem Schließen prüfen, brauchen womöglich länger.</translation>
    </message>
    <message>
        <source>A transfer on which no byte moves for this long is cut. The client gets 426, and its session goes on.</source>
        <translation>Eine Übertragung, auf der sich so lange kein Byte bewegt, wird getrennt. Der Client erhält 426, seine Sitzung geht weiter.</translation>
    </message>
    <message>
        <source>Many clients of one network may hold every session together.</source>
        <translation>Viele Clients eines Netzes dürfen zusammen alle Sitzungen belegen.</translation>
    </message>
    <message>
        <source>Never reached: the rule takes fewer sessions than that from everybody.</source>
        <translation>Wird nie erreicht: Die Regel nimmt von allen zusammen weniger Sitzungen an.</translation>
    </message>
    <message>
        <source>Each IPv4 address counts by itself.</source>
        <translation>Jede IPv4-Adresse zählt für sich.</translation>
    </message>
    <message numerus="yes">
        <source>%n IPv4 addresses count as one network.</source>
        <translation>
            <numerusform>%n IPv4-Adresse zählt als ein Netz.</numerusform>
            <numerusform>%n IPv4-Adressen zählen als ein Netz.</numerusform>
        </translation>
    </message>
    <message>
        <source>A host in IPv6 has a /64 of addresses to choose from, and escapes this limit.</source>
        <translation>Ein Rechner mit IPv6 kann sich Adressen aus einem ganzen /64 aussuchen und entgeht dieser Grenze.</translation>
    </message>
    <message>
        <source>More from one network get 421.</source>
        <translation>Weitere aus einem Netz erhalten 421.</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>The connection was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An empty frame came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A frame of %1 bytes was announced; %2 are allowed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FtpClient</name>
    <message>
        <source>The story was not told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it, or run &quot;./dev setup&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GatewayText</name>
    <message>
        <source>The address for a network was not accepted.</source>
        <translation>Die Adresse für ein Netz wurde nicht angenommen.</translation>
    </message>
    <message>
        <source>Write the clients&apos; network, &quot;=&quot; and an IPv4 address: 10.0.0.0/8 = 10.0.0.1.</source>
        <translation>Schreiben Sie das Netz der Clients, „=“ und eine IPv4-Adresse: 10.0.0.0/8 = 10.0.0.1.</translation>
    </message>
    <message>
        <source>There is no &quot;=&quot; in it.</source>
        <translation>Es enthält kein „=“.</translation>
    </message>
    <message>
        <source>There is no network in front of &quot;=&quot;.</source>
        <translation>Vor „=“ steht kein Netz.</translation>
    </message>
    <message>
        <source>227 replies carry IPv4 addresses only (RFC 2428).</source>
        <translation>227-Antworten enthalten nur IPv4-Adressen (RFC 2428).</translation>
    </message>
</context>
<context>
    <name>GatewayVerb</name>
    <message>
        <source>Nothing was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See &quot;ferryctl gateway --help&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no action &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;end&quot; takes the number of a session, which &quot;ferryctl sessions&quot; shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session %1 was ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes no new sessions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes new sessions again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) go on.</source>
        <translation>
            <numerusform>%n Sitzung läuft weiter.</numerusform>
            <numerusform>%n Sitzungen laufen weiter.</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;upgrade&quot; takes a gateway and nothing more.</source>
        <translation>„upgrade“ braucht ein Gateway und sonst nichts.</translation>
    </message>
    <message>
        <source>%1 runs version %2 now, %3 before.</source>
        <translation>%1 läuft jetzt mit Version %2, vorher %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) go on in the old process until they end.</source>
        <translation>
            <numerusform>%n Sitzung läuft im alten Prozess weiter, bis sie endet.</numerusform>
            <numerusform>%n Sitzungen laufen im alten Prozess weiter, bis sie enden.</numerusform>
        </translation>
    </message>
    <message>
        <source>ends a session, lets a gateway or a rule take no new ones, or upgrades a gateway</source>
        <translation>beendet eine Sitzung, lässt ein Gateway oder eine Regel keine neuen annehmen oder erneuert ein Gateway</translation>
    </message>
    <message>
        <source>end      ends one session, by the number that &quot;ferryctl sessions&quot; shows
drain    lets a rule, or without one every rule of the gateway, take no new sessions; clients hear 421,
         open sessions go on
resume   lets them take new sessions again
upgrade  lets the gateway&apos;s program, as it is on its disk now, take over from the one that runs; nobody
         is disconnected, open sessions go on in the old process until they end

Each is written to the audit log of the node, with who asked for it.

Exit code 0: done. 1: not done.

  ferryctl gateway end rules.json gw-1 4711
  ferryctl gateway drain rules.json gw-1 partner-upload
  ferryctl gateway resume rules.json gw-1
  ferryctl gateway upgrade rules.json gw-1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HandControl</name>
    <message>
        <source>Whether it runs is not known here: agent.json says that it is restarted by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not restarted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agent.json says that it is restarted by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart it where it runs; for IIS that is &quot;Restart-Service ftpsvc&quot; in PowerShell.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HandEdits</name>
    <message>
        <source>Gateway %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was edited by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the last Apply wrote it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken over as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given its rules again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 is %3 instead of %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HaproxyEngine</name>
    <message>
        <source>&quot;%1&quot; was not started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the program&apos;s path in agent.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration was not checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HAProxy did not finish within %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HAProxy refused the configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It said &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the rule that it names, then apply again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration was not prepared.</source>
        <translation type="unfinished">Die Konfiguration wurde nicht vorbereitet.</translation>
    </message>
    <message>
        <source>The filter of the rule &quot;%1&quot; is on, but HAProxy forwards only; the FTP filter needs the builtin engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch the filter off for this rule and publish a fixed passive range, or switch the engine of %1 to builtin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no rules yet; it is started with the first ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HAProxy was not asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at HAProxy&apos;s output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its answer does not end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not tell of a master process.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its process %1 has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no transcript.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HAProxy forwards only and reads nothing of the session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the FTP server&apos;s log, or publish with the builtin engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session was not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no session %2 now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one that is listed now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was drained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs no rule &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply the rule first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HAProxy said &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HAProxy was not given the configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port %1 of %2 cannot be opened: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the program that has it, or publish at another port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the listener&apos;s address or port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port %1 of %2 is the control port of &quot;%3&quot; and a passive port of &quot;%4&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the passive range of &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HAProxy did not take the configuration; it goes on with the one that it ran.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The HAProxy of %1 does not run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct what it names, then apply again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1, of %2 (%3): %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not open %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And so on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Hello</name>
    <message>
        <source>The connection was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The caller speaks wire versions %1 to %2, the agent %3 to %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update the program that called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update the agent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Host</name>
    <message>
        <source>The configuration was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is in it twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This agent manages no FTP service &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it to agent.json on the node, or correct the service&apos;s agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is other software by agent.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agent.json allows %1, not &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the service&apos;s configuration path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the service&apos;s unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This agent manages no gateway &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it to agent.json on the node, or correct the gateway&apos;s agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agent.json names no engine &quot;%1&quot; for &quot;%2&quot;, but %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the gateway&apos;s engine, or name it in agent.json under &quot;alternatives&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Id</name>
    <message>
        <source>The id was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An id is 1 to 64 characters of a-z, 0-9, &quot;.&quot;, &quot;_&quot; and &quot;-&quot;, starts with a letter or digit, and holds no &quot;..&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another id.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IdentityFolder</name>
    <message>
        <source>No identity was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The directory cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No authority was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is one already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it, or name another directory with --identity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ferrygate authority of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No certificate was issued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no authority in this directory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make one with &quot;ferryctl enroll init&quot;, or name its directory with --identity.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IisCommands</name>
    <message>
        <source>The name of a site cannot be written here; use PowerShell for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of a site cannot be written here; set %1 in IIS Manager.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IisDriver</name>
    <message>
        <source>The settings of IIS were not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct configPath in agent.json.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IisLayout</name>
    <message>
        <source>The settings of IIS were not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has &lt;%2&gt; a second time, %3; IIS does not start with that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;%1&gt; lies in a file of its own, &quot;%2&quot; (configSource).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it back into %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It begins with &lt;%1&gt;, and not with &lt;configuration&gt;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name applicationHost.config as configPath in agent.json.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IisSettings</name>
    <message>
        <source>IIS on %1 cannot be set up so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range begins at %1 or later, not as %2 does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another passive range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no FTP site &quot;%2&quot;; there are: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the site the name of one of them, or add an FTP site of that name in IIS Manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two sites are called &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>externalIp4Address takes an IPv4 address, since 227 has room for no other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the external address; clients on IPv6 use EPSV, which carries none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; speaks TLS and the site says it does not; Ferrygate never switches TLS off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the site&apos;s TLS to explicit or implicit, or remove its certificate in IIS Manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no certificate (serverCertHash), and without one it speaks no TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one for the site in IIS Manager, under FTP SSL Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IIS speaks implicit TLS on port %1, and explicit TLS on every other one; &quot;%2&quot; is on port %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the site&apos;s port, or its TLS.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportFromServer</name>
    <message>
        <source>Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent of &quot;%1&quot; is %2 in the rule set, not %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave --agent out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site &quot;%1&quot;, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule set says what the server has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was imported. Add --yes to do it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported; %1 is revision %2 now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportVerb</name>
    <message>
        <source>Puts INCOMING in the place of everything instead of merging.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imports without asking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was imported. Add --yes to do it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported; %1 is revision %2 now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes another file&apos;s rules, or what an FTP server has, into this one, with a preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what would be added, changed and removed in FILE, and asks (or takes --yes). A merge replaces objects
with the same id and adds the others; --replace puts INCOMING in the place of everything. Whatever is wrong
with INCOMING is said with line and column, and nothing is changed.

With --server the FTP service takes over what its server has: passive range, external addresses, ports and
TLS of its sites, sites that are new. Its agent reads them from the server&apos;s own files. Applied afterwards,
this changes nothing on the server. --agent adds a service that the rule set does not have yet.

Exit code 0: imported, or nothing to do. 2: there are changes, and nobody said yes. 1: it was refused.

  ferryctl import rules.json partner.json
  ferryctl import --yes --replace rules.json backup.json
  ferryctl import rules.json --server files-1
  ferryctl import rules.json --server files-2 --agent 198.51.100.21:7521</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imports what the server of this FTP service has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SERVICE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds the FTP service of --server, which this agent manages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ADDRESS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An import is from another file, or with --server from a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;ferryctl import --help&quot; shows both.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>The journal was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the file from a backup, or move it away to begin without a known generation.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JsonDecoder</name>
    <message>
        <source>null</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message was not understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the same version of Ferrygate on both sides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was expected, and %2 was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a time such as 2026-01-31T12:00:00.000Z.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number is not whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not between %2 and %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This field is not known here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JsonText</name>
    <message>
        <source>The text was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field %1 stands there twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 It is in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not JSON: %1 in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KernelHelperLimits</name>
    <message>
        <source>It passes on the greeting of the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It opens passive data ports whenever the server offers them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It always puts the listener&apos;s address into 227.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It puts the listener&apos;s address, %1, into 227, and not %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It tells all clients of a listener the same address.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lab</name>
    <message>
        <source>The lab was not brought up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path of its directory is too long for a socket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a shorter one with --dir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making keys and certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name another directory with --dir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lab administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting up vsftpd with 20 MB to fetch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent %1 did not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First configuration of the lab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the agent %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applying the first configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lab&apos;s files were not removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of them cannot be deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the directory by hand.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabLocation</name>
    <message>
        <source>The lab was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is none in this directory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it up with &quot;ferryctl lab up&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabNetwork</name>
    <message>
        <source>The lab was not brought up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No loopback network has free ports for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End other labs with &quot;ferryctl lab down&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabSample</name>
    <message>
        <source>Public mirror</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain FTP, read only. The filter opens the data ports by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lab was not set up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its rule set is missing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabServer</name>
    <message>
        <source>The lab was not set up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name another directory with --dir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No vsftpd is unpacked there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpack it with &quot;./dev setup&quot;, or name the directory with --packages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its directories cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabState</name>
    <message>
        <source>There is no lab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None was brought up in this directory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it up with &quot;ferryctl lab up&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lab was not found again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its notes are damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the directory, and bring the lab up again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lab was not set up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name another directory with --dir.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabVerb</name>
    <message>
        <source>The lab is up already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lab is up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ferrygate-proxy, agent gw-1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vsftpd with TLS, agent files-1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the faults of the story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try: ferryctl check %1, ferryctl test %1, ferryctl lab down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no lab to bring down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lab is down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agent runs, pid %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agent does not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proxy runs, pid %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>vsftpd runs, pid %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no lab in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lab in %1 is up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lab in %1 is not up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs a whole installation on loopback, with a real FTPS server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up      starts a real vsftpd (out of the distribution&apos;s package, unpacked, never installed), an agent for it, a
        gateway with its agent, keys, and a rule set that has the story&apos;s faults in it. No root is needed, and
        nothing but loopback is used. Done again, it brings up what is missing.
status  asks every part how it is.
down    ends exactly the processes that up has started, and removes the lab&apos;s files (not with --keep).
story   brings a lab of its own up and tells the whole story in it with real curl and lftp: the 550, the hanging
        LIST, the findings that predicted both, their fixes, Apply, 20 MB both ways.

Exit code 0: done; story: everything held. 1: not.

  ferryctl lab up &amp;&amp; ferryctl check build/debug/lab/story.ferrygate.json
  ferryctl lab story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lab&apos;s directory. Each directory is a lab of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DIR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the distribution&apos;s packages are unpacked. Default: ../lab-packages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>down, story: leaves the files there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no lab on this system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent and proxy are Linux programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run it on a Linux machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;lab&quot; takes up, down, status or story.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See &quot;ferryctl lab --help&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogVerb</name>
    <message>
        <source>prints the gateways&apos; log: who was let in, who was not, and who said so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prints the newest lines of every gateway of the rule set, oldest first. Each line names rule, client, action,
who made the reply (client, gateway or server) and the result code with its symbol.

Exit code 0, or 1 where a gateway could not be asked.

  ferryctl log rules.json --tail 50 --rule partner-upload
  ferryctl log rules.json --follow --trouble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines of each gateway, 0 to 10000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LINES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only lines of this rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what was denied, failed or was cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on with new lines until it is interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No log was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes 0 to 10000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log is not followed any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the agent ended.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>ferrygate: The console was not started. There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set. Start it on a desktop, or use ferryctl, which does the same work from a shell.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MetricsVerb</name>
    <message>
        <source>prints what a gateway counts, as Prometheus reads it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prints the counters of the gateway&apos;s node in the text format of Prometheus: sessions, refusals, bytes,
transfers, replies, TLS handshakes and data ports, for each rule. Counters begin anew when the proxy
does. Where agent.json names an address for &quot;metrics&quot;, Prometheus reads the same from there.

Exit code 0, or 1 where the gateway could not be asked.

  ferryctl metrics rules.json gw-1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModProxyLimits</name>
    <message>
        <source>It reads the control channel always; it cannot forward without the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot relay AUTH TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no implicit TLS to servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It opens data ports from exactly one range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It tells all clients of a listener the same address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It always puts its own address into 227.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes data connections from the client of the session only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has a limit of its own for the length of a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not limit the sessions of a rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It passes on the greeting of the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answers CCC with 550.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not tell the subcommands of SITE apart.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NativePath</name>
    <message>
        <source>&quot;%1&quot; was not edited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is outside %1, and the agent edits no file elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set it there by hand, or move the file below %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NftablesEngine</name>
    <message>
        <source>The agent needs the capability CAP_NET_ADMIN, and a kernel with nf_conntrack_netlink.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sessions were not listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session was not ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has just ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing would be forwarded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IPv4 forwarding is off on this host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IPv6 forwarding is off on this host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set %1=1, for good in a file of /etc/sysctl.d.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules of %1 were not reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>libnftables did not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the memory of the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nftables did not take the rules of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules of %1 were not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It said &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent needs the capability CAP_NET_ADMIN, and a kernel with nf_tables, nf_nat and nf_conntrack_ftp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table inet %1 was changed by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lines were added, such as &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lines are missing, such as &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;nft delete table inet %1&quot; brings back what was applied, as soon as the agent sees it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table inet %1 is not in the kernel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not upgraded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kernel itself forwards; there is no program that another one could take over from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer kernel runs after the next start of the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no session %2 now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one that is listed now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no transcript of the session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nftables only forwards, and keeps nothing of what it forwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish with the engine builtin to read along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was drained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs no rule &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply the rule first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nftables forwards within one address family, and %1 is not of that of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish the server at an address of its own family, or use the engine builtin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nftables forwards between networks, and %1 is in none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the address at which others reach it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FTP helper of the kernel cannot end TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relay AUTH TLS (pass).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FTP helper of the kernel cannot refuse AUTH TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FTP helper of the kernel enforces no command policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the preset Full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FTP helper of the kernel limits no sessions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the limits away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule &quot;%1&quot; was not prepared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… %1 lines more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is beyond the FTP helper of the kernel. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take these settings of the filter back, or use the engine builtin.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Node</name>
    <message>
        <source>The request was not carried out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It belongs to the connection, not to the node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not restarted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This agent manages no such FTP service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one that node.status names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying the settings of %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restarting %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old process was left running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: process %2 instead of %3, %4 sessions ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NodeOperations</name>
    <message>
        <source>Nothing was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This agent manages no gateway &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it to agent.json on the node, or correct the gateway&apos;s agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: session %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation type="unfinished">Regel %1</translation>
    </message>
    <message>
        <source>every rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3 sessions are open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: version %2 instead of %3, %4 sessions go on in the old process.</source>
        <translation>%1: Version %2 statt %3, %4 Sitzungen laufen im alten Prozess weiter.</translation>
    </message>
    <message>
        <source>The ballast was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agent.json names no ballast file for &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This agent manages no FTP service &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &quot;ballast&quot; to the service in agent.json on the node, then start the agent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 bytes, %3 are available.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NodeReport</name>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FTP service %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FTP service %1: The volume is nearly full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the ballast back: ferryctl ballast FILE %1 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove files that are not needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its clock is %1 s before ours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its clock is %1 s behind ours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2, version %3, configuration %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>FTP service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 kept as ballast in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was edited by hand since the last Apply; &quot;ferryctl drift&quot; shows how.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ObjectEffect</name>
    <message>
        <source>%1 inbound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 outbound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>The gateway accepts %1 on its own account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for a session that asked, it opens %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FTP filter is bound to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No filter is bound to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rule uses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is built in and cannot be edited; Customize makes a copy that can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, managed by the agent at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It hands out any free port for data connections, so no gateway can publish them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site %1 tells clients its own address, %2, for data connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change here is active only after a restart, which ends its sessions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no external address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>off, switched off by this rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off, its protocol binds none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>AUTH TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewrites 227</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same client only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idle limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Per client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened by filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server hands out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server tells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protocol definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FTP service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publishing rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n rules use it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It hands out data ports %1, %n ports for the whole server.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accepts connections at %1 with %2. %n rules name it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (IPv4 /%2, IPv6 /%3)</source>
        <translation>%1 (IPv4 /%2, IPv6 /%3)</translation>
    </message>
    <message>
        <source>Data limit</source>
        <translation>Datengrenze</translation>
    </message>
    <message>
        <source>Per network</source>
        <translation>Je Netz</translation>
    </message>
    <message>
        <source>Gateway tells</source>
        <translation>Gateway nennt</translation>
    </message>
</context>
<context>
    <name>OpenTransactions</name>
    <message>
        <source>nothing to confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing to take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassiveRange</name>
    <message>
        <source>Ports up to 1023 belong to well-known services, and need root on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From 32768 on, the server&apos;s own outgoing connections use the same ports: now and then one is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n ports serve at most as many transfers at the same moment; the next client waits or gets 425.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A port then rests for up to 4 minutes, so that in the long run one transfer every %1 s goes well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>In the long run, with ports at rest for up to 4 minutes, %n transfers at once go well.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Five for each transfer at once, because a port rests for up to 4 minutes (TIME_WAIT) after its transfer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n transfers start in the 4 minutes that a used port may rest (TIME_WAIT), and one port more.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pki</name>
    <message>
        <source>The certificate was not issued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The authority&apos;s key does not belong to its certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name has 1 to 64 characters, no control characters and no blanks at its ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither an address nor a host name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an address such as 192.0.2.1, without a port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signing request was not made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signing request does not prove that its key is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key in the request is too weak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use an EC P-256 key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate&apos;s hash was not made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate was not verified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenSSL says: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The enrolment token was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is damaged or incomplete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the whole line that &quot;ferryctl enroll token&quot; printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signing request was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room, or look at the folder&apos;s permissions, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name an existing file that you may read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others than its owner may read or change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it mode 0600.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanVerb</name>
    <message>
        <source>shows what an apply would change, node by node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks every agent that the rule set names what it runs, and compares. Nothing is changed.

With --native the agents also stage the new configuration and drop it again: the plan then shows the
difference of their own files, what their checkers say, and whom a restart would cut off.

Exit code 0: everything runs as the file has it. 2: there are changes. 1: a node could not be asked.

  ferryctl plan rules.json
  ferryctl plan --native --json rules.json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the agents&apos; own files before and after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the agents what they run…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>none</source>
        <comment>ports</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>any network</source>
        <translation>jedes Netz</translation>
    </message>
    <message>
        <source>no TLS</source>
        <translation>kein TLS</translation>
    </message>
    <message>
        <source>explicit TLS</source>
        <translation>explizites TLS</translation>
    </message>
    <message>
        <source>implicit TLS</source>
        <translation>implizites TLS</translation>
    </message>
    <message>
        <source>deny</source>
        <translation>ablehnen</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>durchlassen</translation>
    </message>
    <message>
        <source>terminate</source>
        <translation>beenden und prüfen</translation>
    </message>
    <message>
        <source>the same as the client&apos;s</source>
        <translation>wie beim Client</translation>
    </message>
    <message>
        <source>clear text</source>
        <translation>Klartext</translation>
    </message>
    <message>
        <source>TLS required</source>
        <translation>TLS erforderlich</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <source>Upload only</source>
        <translation>Nur hochladen</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>&quot;%1&quot;</source>
        <comment>a name in quotation marks</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <comment>addresses</comment>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>Planner</name>
    <message>
        <source>Plan only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PortRange</name>
    <message>
        <source>The ports were not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a TCP port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a port from 1 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ends before it starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the lower port first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a port or a range of ports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a port such as 21, or a range such as 5000-5003.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProbeRun</name>
    <message>
        <source>port %1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, valid until %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AUTH TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS handshake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EPSV and LIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RETR by EPSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PASV and LIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RETR by PASV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STOR and DELE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 arrived with other bytes: SHA-256 %2 instead of %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, SHA-256 %3, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stored and deleted again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stored; it stays there, because the server answered &quot;%2&quot; to DELE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not offered (&quot;%1&quot;); clients use PASV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EPSV is not offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LIST failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the rule&apos;s command policy keeps RETR out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the login directory holds no file to read; name one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS from the first byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published without TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the rule lets active data connections through only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PASV is for IPv4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no upload directory was named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the rule&apos;s command policy keeps STOR or DELE out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProcessRef</name>
    <message>
        <source>The program was not started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ended at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProftpdChecker</name>
    <message>
        <source>It did not answer within %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for names in the configuration that the DNS does not answer for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the program&apos;s path in agent.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ProFTPD does not accept the new configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;proftpd -t&quot; refused it without a word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;proftpd -t&quot; said &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the directive that it names.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProftpdConfiguration</name>
    <message>
        <source>&quot;%1&quot; was not edited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in its folder is included, and so would be the old file, which stays beside it until the change is confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Include &quot;%1/*.conf&quot; instead of the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of ProFTPD were not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct configPath in agent.json.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProftpdEngine</name>
    <message>
        <source>&quot;%1&quot; was not started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the program&apos;s path in agent.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration was not checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ProFTPD did not finish within %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ProFTPD refused the configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct what it names, then apply again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It said &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no rules yet; it is started with the first ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway was not upgraded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new ProFTPD cannot take over the listeners of the one that runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End its process when a moment without listeners does no harm; the agent starts the new one, and sessions go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration was not prepared.</source>
        <translation type="unfinished">Die Konfiguration wurde nicht vorbereitet.</translation>
    </message>
    <message>
        <source>The rule &quot;%1&quot; ends TLS, but no certificate is named for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule &quot;%1&quot; ends TLS on %2, which has no certificate &quot;%3&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a certificate in the gateway&apos;s settings, and its files under that name in agent.json.</source>
        <translation type="unfinished">Benennen Sie ein Zertifikat in den Einstellungen des Gateways, und seine Dateien unter diesem Namen in agent.json.</translation>
    </message>
    <message>
        <source>agent.json names certificates of servers (&quot;serverPins&quot;), and ProFTPD mod_proxy does not compare them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the authority that has signed them under &quot;serverAuthority&quot; instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ProFTPD mod_proxy cannot do what the rule &quot;%1&quot; asks for: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the rule, or switch the engine of %1 to builtin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules &quot;%1&quot; and &quot;%2&quot; share %3; ProFTPD mod_proxy cannot tell their clients apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish one of them at another port, or switch the engine of %1 to builtin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no transcript.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ProFTPD mod_proxy keeps none of the session&apos;s lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the FTP server&apos;s log, or publish with the builtin engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session was not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no session %2 now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one that is listed now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was drained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs no rule &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply the rule first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ProFTPD of %1 does not run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ProFTPD was not given the configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port %1 of %2 cannot be opened: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the program that has it, or publish at another port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the listener&apos;s address or port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ProFTPD was not ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its process %1 goes on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProftpdSettings</name>
    <message>
        <source>ProFTPD on %1 cannot be set up so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no server with the ServerName &quot;%2&quot;; there are: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the site the name of one of them, or add a &lt;VirtualHost&gt; with that ServerName.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two sites are called &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give each site the ServerName of another server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PassivePorts takes at least two ports, from 1024 on; %1 is not that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another passive range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; speaks TLS and the site says it does not; Ferrygate never switches TLS off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the site&apos;s TLS to explicit or implicit, or switch TLS off in %1 by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The &lt;VirtualHost&gt; of &quot;%1&quot; is for %2 and the site for %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the site&apos;s address, or the &lt;VirtualHost&gt; by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DefaultAddress names several addresses, but not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the site&apos;s address, or DefaultAddress by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of &quot;%1&quot; cannot be told apart from those of another server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where one file is included for both, or &lt;Global&gt; speaks for them, give each server lines of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 says ServerType inetd, where ProFTPD has no port of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set ServerType standalone there and run ProFTPD as a service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>227 has room for an IPv4 address only, and MasqueradeAddress is for 227.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the external address; clients on IPv6 use EPSV, which carries none.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProtocolDefinition</name>
    <message>
        <source>FTP Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FTP and explicit FTPS on port 21. The FTP filter opens the data ports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FTPS Server (implicit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FTPS with TLS from the first byte on port 990, the practice before RFC 4217.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProxyClient</name>
    <message>
        <source>The proxy was not asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the proxy&apos;s log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its answer does not end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not answer within %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It closed the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy refused the configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its answer is neither a result nor an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy refused the request.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PublishDraft</name>
    <message>
        <source>FTP Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FTPS Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The control port, and the passive range %1 as primary connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FTPS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PublishStep</name>
    <message>
        <source>no TLS</source>
        <translation type="unfinished">kein TLS</translation>
    </message>
    <message>
        <source>explicit TLS</source>
        <translation type="unfinished">explizites TLS</translation>
    </message>
    <message>
        <source>implicit TLS</source>
        <translation type="unfinished">implizites TLS</translation>
    </message>
    <message>
        <source>Nothing is chosen yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wizard needs one site of a managed FTP service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a site, or publish a new service or an address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is not known yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its address is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the address at which the gateway reaches the FTP server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its port is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a port from 1 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service is not named yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules and findings refer to it by its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a name, such as files-1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service cannot be managed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its agent is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write host and port of its agent, such as 198.51.100.20:7521, or publish the address alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path of its configuration is not absolute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the whole path, such as /etc/vsftpd.conf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no listener yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule set has no gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the wizard, add a gateway on the Gateways page, and come back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No gateway is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an external address of the gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passive range is not set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway cannot read where the server wants its data connections, so that the ports must be fixed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a range such as 5000–5019.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passive range is not usable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds the listener&apos;s own port %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a range without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to publish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protocol and TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listener</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passive ports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished">Filter</translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FTP, no TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FTPS, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, port %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened by the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished">aus</translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished">an</translation>
    </message>
    <message>
        <source>on, AUTH TLS denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on, AUTH TLS passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on, TLS ends here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients never see this server&apos;s own address. They talk to the gateway, and the gateway talks to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How a client has to connect. Most clients of today expect explicit TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each listing and each file travels on a data connection of its own. The gateway publishes exactly these ports for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter reads where each data connection goes, and opens that one port for that one client. A fixed range is not needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the gateway looks at while a client is connected, and what it refuses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would happen to clients if this were applied as it is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has changed yet. Publishing puts this into the rule set as one step that can be undone; gateways and servers change when you apply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address and port that clients connect to, and which clients may.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PureFtpdConf</name>
    <message>
        <source>The settings of Pure-FTPd were not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct configPath in agent.json.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PureFtpdDriver</name>
    <message>
        <source>Pure-FTPd does not run with the new configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A trial start ended without a word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A trial start said &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the setting in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bind names the port &quot;%1&quot;, which is no number from 1 to 65535 and no known service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct Bind in %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PureFtpdOptions</name>
    <message>
        <source>pure-ftpd-wrapper does not take the configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no setting &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not what %2 takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PureFtpdSettings</name>
    <message>
        <source>Pure-FTPd on %1 cannot be set up so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pure-FTPd has one external address for the whole server, and &quot;%1&quot; and &quot;%2&quot; ask for two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the sites one external address, or run one Pure-FTPd for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pure-FTPd has one port and one TLS setting, and &quot;%1&quot; and &quot;%2&quot; differ in them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run one Pure-FTPd for each site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ForcePassiveIP is for 227, which has room for an IPv4 address only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the external address; clients on IPv6 use EPSV, which carries none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bind is %1 alone, and &quot;%2&quot; is for %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the address from Bind, so that the server answers on all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pure-FTPd has no implicit TLS: its TLS settings are all about AUTH TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the site&apos;s TLS to explicit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server speaks TLS and the site says it does not; Ferrygate never switches TLS off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the site&apos;s TLS to explicit, or switch TLS off in %1 by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PassivePortRange begins at 1024 or later, not as %1 does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another passive range.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Restart</name>
    <message>
        <source>It said &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new process ended at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new process ended at once and was started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new process %1 does not listen on port %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old process %1 still runs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RestartVerb</name>
    <message>
        <source>restarts an FTP service and says truthfully how that went</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 restarted in %2 ms: pid %3 instead of %4, port %5, &quot;%6&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) ended.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The service did not come up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last good configuration runs again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was restarted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number of seconds up to a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it like --wait 600.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not restarted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The wait was broken off with %n session(s) open.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>They go on, and the rules take new ones again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent restarts the service and waits until a new process runs, its port listens and its greeting was
read. If it does not come up, the last good configuration is put back, and the reason is shown.

Sessions that are open then end. With --wait the rules that publish the service take no new sessions, and the
restart waits until nobody is left, or that many seconds; afterwards the rules take new ones again. Ctrl+C
while it waits leaves everything as it was. Where a gateway&apos;s engine cannot hold new sessions off, that is said
and those that are open are waited for all the same.

Exit code 0: it runs. 1: it does not, or could not be asked, or nobody waited to the end.

  ferryctl restart rules.json files-1
  ferryctl restart --wait 600 rules.json files-1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits until nobody is left, or so many seconds, up to a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SECONDS</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultCode</name>
    <message>
        <source>The connection was closed in an orderly way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the two sides reset the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway ended the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No publishing rule allows the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A limit on sessions or pending connections was reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection came from a network that may not use the rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A packet belonged to no known connection and was dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side refused the connection.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RollbackVerb</name>
    <message>
        <source>takes back what was applied and not confirmed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rolls the open Apply back on every node of the rule set. What is confirmed stays: apply an older file to
go back further.

Exit code 0: rolled back, or nothing was open. 1: a node could not be asked; it goes back by itself.

  ferryctl rollback --why &quot;partners cannot log in&quot; rules.json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason, for the audit log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RpcMessage</name>
    <message>
        <source>The message was not understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request was not carried out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side gave no reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not JSON-RPC 2.0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its id is not a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its params are not an object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is neither a request nor a notification nor a response.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RuleEffect</name>
    <message>
        <source>Clients on any network</source>
        <translation>Clients in jedem Netz</translation>
    </message>
    <message>
        <source>Clients from %1</source>
        <translation>Clients aus %1</translation>
    </message>
    <message>
        <source>, with explicit TLS (AUTH TLS)</source>
        <translation>, mit explizitem TLS (AUTH TLS)</translation>
    </message>
    <message>
        <source>, with TLS from the first byte</source>
        <translation>, mit TLS vom ersten Byte an</translation>
    </message>
    <message>
        <source>, without encryption</source>
        <translation>, ohne Verschlüsselung</translation>
    </message>
    <message>
        <source>The filter is off: the gateway relays the control connection and does not read it.</source>
        <translation>Der Filter ist aus: Das Gateway leitet die Steuerverbindung weiter und liest sie nicht.</translation>
    </message>
    <message>
        <source>The filter is on and answers AUTH TLS with 550, so only plain FTP gets through.</source>
        <translation>Der Filter ist an und beantwortet AUTH TLS mit 550; nur unverschlüsseltes FTP kommt durch.</translation>
    </message>
    <message>
        <source>The filter is on and lets AUTH TLS pass; after it the gateway cannot read the connection.</source>
        <translation>Der Filter ist an und lässt AUTH TLS durch; danach kann das Gateway die Verbindung nicht mehr lesen.</translation>
    </message>
    <message>
        <source>The filter is on; TLS ends at the gateway, is inspected there and goes on to the server.</source>
        <translation>Der Filter ist an; TLS endet am Gateway, wird dort geprüft und geht weiter zum Server.</translation>
    </message>
    <message>
        <source>Data connections use ports %1 of the gateway, or ports that the filter opens for them.</source>
        <translation>Datenverbindungen benutzen die Ports %1 des Gateways oder Ports, die der Filter für sie öffnet.</translation>
    </message>
    <message>
        <source>Data connections use ports %1 of the gateway.</source>
        <translation>Datenverbindungen benutzen die Ports %1 des Gateways.</translation>
    </message>
    <message>
        <source>Data ports are opened one by one, only for the session that asked.</source>
        <translation>Datenports werden einzeln geöffnet, nur für die Sitzung, die darum bat.</translation>
    </message>
    <message>
        <source>No data ports are published.</source>
        <translation>Es sind keine Datenports veröffentlicht.</translation>
    </message>
    <message>
        <source>Clients can fetch files and change nothing.</source>
        <translation>Clients können Dateien holen und nichts ändern.</translation>
    </message>
    <message>
        <source>Clients can bring files and fetch none.</source>
        <translation>Clients können Dateien bringen und keine holen.</translation>
    </message>
    <message>
        <source>A command policy of its own applies.</source>
        <translation>Es gilt eine eigene Befehlsregelung.</translation>
    </message>
    <message>
        <source>This rule is switched off and publishes nothing. Switched on, it means:</source>
        <translation>Diese Regel ist ausgeschaltet und veröffentlicht nichts. Eingeschaltet bedeutet sie:</translation>
    </message>
    <message>
        <source>%1 reach %2 at %3, port %4%5.</source>
        <translation>%1 erreichen %2 unter %3, Port %4%5.</translation>
    </message>
    <message>
        <source>Connections are not logged.</source>
        <translation>Verbindungen werden nicht protokolliert.</translation>
    </message>
</context>
<context>
    <name>RuleSetArgument</name>
    <message>
        <source>The rule set was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directory with ca.pem, client.pem and client.key. Default: $FERRYGATE_IDENTITY, &quot;identity&quot; beside the file, or your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DIR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No gateway was asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule set has no such gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No FTP service was asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule set has no such FTP service.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RuleStates</name>
    <message>
        <source>Applied</source>
        <translation>Angewendet</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Drifted</source>
        <translation>Abgewichen</translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>none</source>
        <comment>commands</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>AUTH TLS: %1 instead of %2</source>
        <translation>AUTH TLS: %1 statt %2</translation>
    </message>
    <message>
        <source>TLS to the server: %1 instead of %2</source>
        <translation>TLS zum Server: %1 statt %2</translation>
    </message>
    <message>
        <source>Command policy %1 instead of %2</source>
        <translation>Befehlsregelung %1 statt %2</translation>
    </message>
    <message>
        <source>Allowed commands: %1 instead of %2</source>
        <translation>Erlaubte Befehle: %1 statt %2</translation>
    </message>
    <message>
        <source>Denied commands: %1 instead of %2</source>
        <translation>Verbotene Befehle: %1 statt %2</translation>
    </message>
    <message>
        <source>Passive data connections allowed</source>
        <translation>Passive Datenverbindungen erlaubt</translation>
    </message>
    <message>
        <source>Passive data connections not allowed</source>
        <translation>Passive Datenverbindungen nicht erlaubt</translation>
    </message>
    <message>
        <source>Active data connections allowed</source>
        <translation>Aktive Datenverbindungen erlaubt</translation>
    </message>
    <message>
        <source>Active data connections not allowed</source>
        <translation>Aktive Datenverbindungen nicht erlaubt</translation>
    </message>
    <message>
        <source>External address written into 227</source>
        <translation>Externe Adresse wird in 227 geschrieben</translation>
    </message>
    <message>
        <source>Address in 227 left as the server sends it</source>
        <translation>Adresse in 227 bleibt, wie der Server sie sendet</translation>
    </message>
    <message>
        <source>Data connections only from the address of the control connection</source>
        <translation>Datenverbindungen nur von der Adresse der Steuerverbindung</translation>
    </message>
    <message>
        <source>Data connections from any address</source>
        <translation>Datenverbindungen von jeder Adresse</translation>
    </message>
    <message>
        <source>Longest command line %1 bytes instead of %2</source>
        <translation>Längste Befehlszeile %1 Bytes statt %2</translation>
    </message>
    <message>
        <source>Idle limit %1 instead of %2</source>
        <translation>Leerlaufgrenze %1 statt %2</translation>
    </message>
    <message>
        <source>Login limit %1 instead of %2</source>
        <translation>Anmeldegrenze %1 statt %2</translation>
    </message>
    <message>
        <source>Sessions: %1 instead of %2</source>
        <translation>Sitzungen: %1 statt %2</translation>
    </message>
    <message>
        <source>Sessions a client: %1 instead of %2</source>
        <translation>Sitzungen je Client: %1 statt %2</translation>
    </message>
    <message>
        <source>Banner of the server itself</source>
        <translation>Begrüßung des Servers selbst</translation>
    </message>
    <message>
        <source>Banner %1</source>
        <translation>Begrüßung %1</translation>
    </message>
    <message>
        <source>Publishes %1 at %2</source>
        <translation>Veröffentlicht %1 unter %2</translation>
    </message>
    <message>
        <source>, with ports %1</source>
        <translation>, mit den Ports %1</translation>
    </message>
    <message>
        <source>, filter on, AUTH TLS: %1</source>
        <translation>, Filter an, AUTH TLS: %1</translation>
    </message>
    <message>
        <source>, filter off</source>
        <translation>, Filter aus</translation>
    </message>
    <message>
        <source>, for clients on %1</source>
        <translation>, für Clients in %1</translation>
    </message>
    <message>
        <source>Name %1 instead of %2</source>
        <translation>Name %1 statt %2</translation>
    </message>
    <message>
        <source>Listener %1 instead of %2</source>
        <translation>Listener %1 statt %2</translation>
    </message>
    <message>
        <source>Published server %1 instead of %2</source>
        <translation>Veröffentlichter Server %1 statt %2</translation>
    </message>
    <message>
        <source>Server with %1 instead of %2</source>
        <translation>Server mit %1 statt %2</translation>
    </message>
    <message>
        <source>Published data ports: %1 instead of %2</source>
        <translation>Veröffentlichte Datenports: %1 statt %2</translation>
    </message>
    <message>
        <source>Data ports of the filter: %1 instead of %2</source>
        <translation>Datenports des Filters: %1 statt %2</translation>
    </message>
    <message>
        <source>External address %1 instead of %2</source>
        <translation>Externe Adresse %1 statt %2</translation>
    </message>
    <message>
        <source>Clients on %1 instead of %2</source>
        <translation>Clients in %1 statt %2</translation>
    </message>
    <message>
        <source>Filter on</source>
        <translation>Filter an</translation>
    </message>
    <message>
        <source>Filter off</source>
        <translation>Filter aus</translation>
    </message>
    <message>
        <source>Log on</source>
        <translation>Protokoll an</translation>
    </message>
    <message>
        <source>Log off</source>
        <translation>Protokoll aus</translation>
    </message>
    <message>
        <source>Limit for stalled data connections %1 instead of %2</source>
        <translation>Grenze für stockende Datenverbindungen %1 statt %2</translation>
    </message>
    <message>
        <source>Sessions a client network: %1 instead of %2</source>
        <translation>Sitzungen je Client-Netz: %1 statt %2</translation>
    </message>
    <message>
        <source>Client networks of IPv4: /%1 instead of /%2</source>
        <translation>Client-Netze bei IPv4: /%1 statt /%2</translation>
    </message>
    <message>
        <source>Client networks of IPv6: /%1 instead of /%2</source>
        <translation>Client-Netze bei IPv6: /%1 statt /%2</translation>
    </message>
    <message>
        <source>Clients may end TLS on the control connection (CCC)</source>
        <translation>Clients dürfen TLS auf der Kontrollverbindung beenden (CCC)</translation>
    </message>
    <message>
        <source>The control connection stays encrypted, CCC is refused</source>
        <translation>Die Kontrollverbindung bleibt verschlüsselt, CCC wird abgelehnt</translation>
    </message>
    <message>
        <source>Addresses for certain networks: %1 instead of %2</source>
        <translation>Adressen für bestimmte Netze: %1 statt %2</translation>
    </message>
</context>
<context>
    <name>ServiceDrain</name>
    <message>
        <source>%1 on %2 still takes no new sessions: %3 &quot;ferryctl gateway resume&quot; lets it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2 goes on taking sessions: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody was waited for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent at %1 manages no such FTP service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it to agent.json there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Waiting for %n session(s), %1 s at most…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServiceRegistry</name>
    <message>
        <source>The FTP service &quot;%1&quot; was not set up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This agent has no driver for &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set &quot;software&quot; to &quot;vsftpd&quot;, &quot;proftpd&quot;, &quot;pure-ftpd&quot; or &quot;iis&quot; in agent.json.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServiceWords</name>
    <message>
        <source>none</source>
        <comment>external address</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>Site %1: %2, %3</source>
        <translation>Site %1: %2, %3</translation>
    </message>
    <message>
        <source>, external address %1</source>
        <translation>, externe Adresse %1</translation>
    </message>
    <message>
        <source>Site %1: address %2 instead of %3</source>
        <translation>Site %1: Adresse %2 statt %3</translation>
    </message>
    <message>
        <source>Site %1: %2 instead of %3</source>
        <translation>Site %1: %2 statt %3</translation>
    </message>
    <message>
        <source>Site %1: external address %2 instead of %3</source>
        <translation>Site %1: externe Adresse %2 statt %3</translation>
    </message>
    <message>
        <source>Passive range %1</source>
        <translation>Passiver Portbereich %1</translation>
    </message>
    <message>
        <source>Software %1 instead of %2</source>
        <translation>Software %1 statt %2</translation>
    </message>
    <message>
        <source>Configuration file %1 instead of %2</source>
        <translation>Konfigurationsdatei %1 statt %2</translation>
    </message>
    <message>
        <source>Service unit %1 instead of %2</source>
        <translation>Diensteinheit %1 statt %2</translation>
    </message>
    <message>
        <source>Passive range %1 instead of %2</source>
        <translation>Passiver Portbereich %1 statt %2</translation>
    </message>
    <message>
        <source>Passive range %1 instead of any port</source>
        <translation>Passiver Portbereich %1 statt beliebiger Ports</translation>
    </message>
    <message>
        <source>Passive range not managed any more; it was %1</source>
        <translation>Passiver Portbereich nicht mehr verwaltet; er war %1</translation>
    </message>
    <message>
        <source>Site %1 not managed any more</source>
        <translation>Site %1 nicht mehr verwaltet</translation>
    </message>
    <message>
        <source>Order of the sites</source>
        <translation>Reihenfolge der Sites</translation>
    </message>
</context>
<context>
    <name>SessionsVerb</name>
    <message>
        <source>lists who is connected through the gateways now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GATEWAY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RULE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CLIENT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>USER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SINCE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DOWN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(encrypted)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No transcript was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule set has several gateways, whose sessions have the same numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name one with --gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes the number of a session, which &quot;ferryctl sessions&quot; shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists the FTP sessions of every gateway of the rule set. An encrypted session shows no user and no transfer:
the gateway cannot see them.

With --transcript the latest lines of one session stand side by side as they were on both legs, so that one
sees what the gateway refused, rewrote or said itself. Passwords are never kept.

Exit code 0, or 1 where a gateway could not be asked.

  ferryctl sessions rules.json
  ferryctl sessions rules.json --gateway gw-1 --transcript 4711</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the lines of this session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SESSION</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway of that session, where the rule set has several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shapes</name>
    <message>
        <source>%1 could not be asked: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: nothing to change</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>restarts %1 and ends %n session(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 applied it from %2 at %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same by hand on the machine of %1:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatePill</name>
    <message>
        <source>Applied</source>
        <translation>Angewendet</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Drifted</source>
        <translation>Abgewichen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>StatusVerb</name>
    <message>
        <source>tells how every gateway and FTP server is, and what to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks every agent of the rule set: versions, what runs and with how many sessions, free space, clocks, and
native files that were edited by hand. What somebody should look at stands behind a &quot;!&quot;.

Exit code 0: all is well. 2: there is something to look at. 1: an agent could not be asked.

  ferryctl status rules.json</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StoreText</name>
    <message>
        <source>There is no protocol definition &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no gateway &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no FTP service &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FTP service &quot;%1&quot; has no site &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it, or name another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no field &quot;%1&quot; here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; stands here twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value is expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is nested more than %1 levels deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;,&quot; or &quot;%1&quot; is expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comma stands behind the last value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the comma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of a field in quotes is expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;:&quot; is expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something stands behind the end of the rule set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line break or another control character stands in a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the text with a quotation mark, or write the character as \n or \u00XX.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file ends in the middle of a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get the whole file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A backslash is not followed by one of &quot; \ / b f n r t or u with four hex digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write \\ for a backslash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of a character stands here: a \uD800 to \uDFFF without its other half.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a number as JSON writes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write digits alone, such as 21.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file ends too early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON has no comments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write notes into a description.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, not &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>There are %n more problems.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The rule set was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more problems are not listed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>an address, or an object with an address for each gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another site of this service is called &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give each site a name of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>null</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is %1, where %2 is expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write %1, or leave the field out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text has more than %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text holds the control character U+%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is blank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write something that people recognize.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a whole number from %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a whole number in that range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the form of ports in a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an absolute path without &quot;..&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the whole path, such as /etc/vsftpd.conf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the name of a service unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a name such as vsftpd.service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an FTP command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it in capitals, such as RETR or SITE CHMOD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list has more than %1 elements.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove some of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This value stands in the list already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 overlaps %2, another primary connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose ports that do not overlap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is neither a site of an FTP service nor an address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write &quot;service&quot; and &quot;site&quot;, or &quot;address&quot; and, if it is not 21, &quot;port&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is larger than %1 MiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a rule set of Ferrygate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be opened: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the file&apos;s name and permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule set was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place in the rule set: reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file would not hold the same rule set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report this defect, with what you changed last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone else has changed the file since it was opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save under another name, or open the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be written: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room or choose another folder; what was in the file before is unharmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a built-in protocol definition, which no file can change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The id &quot;%1&quot; is taken by an object further up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format is &quot;%1&quot;, not &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was written by a newer Ferrygate: it has version %1, and this one reads version %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Ferrygate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a rule set: it does not say &quot;format&quot;: &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file starts with a byte order mark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as UTF-8 without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not UTF-8 text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluated last</source>
        <translation type="unfinished">Wird zuletzt ausgewertet</translation>
    </message>
    <message>
        <source>Evaluated before &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule set cannot be merged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule &quot;%1&quot; publishes the site &quot;%2&quot; of &quot;%3&quot;, which the import takes away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let that rule publish another site first, or replace the whole rule set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished">Adresse</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>external address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>External addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AUTH TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Banner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowed commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Denied commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active data connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passive data connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished">Filter</translation>
    </message>
    <message>
        <source>Idle limit in seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login limit in seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest command line in bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most sessions (0: no limit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most sessions a client (0: no limit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>External address written into 227</source>
        <translation type="unfinished">Externe Adresse wird in 227 geschrieben</translation>
    </message>
    <message>
        <source>Data connections only from the address of the control connection</source>
        <translation type="unfinished">Datenverbindungen nur von der Adresse der Steuerverbindung</translation>
    </message>
    <message>
        <source>TLS to the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateways</source>
        <translation type="unfinished">Gateways</translation>
    </message>
    <message>
        <source>Listener address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listener port (0: the protocol&apos;s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished">Protokoll</translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passive range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Primary connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason of the last change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secondary connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published server, address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published server, port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published FTP service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Software</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished">an</translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished">aus</translation>
    </message>
    <message>
        <source>none</source>
        <comment>setting</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>any network</source>
        <translation type="unfinished">jedes Netz</translation>
    </message>
    <message>
        <source>Site &quot;%1&quot;, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>external address for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 instead of %3</source>
        <comment>setting, new value, old value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the sites</source>
        <translation type="unfinished">Reihenfolge der Sites</translation>
    </message>
    <message>
        <source>Addresses for certain networks</source>
        <translation>Adressen für bestimmte Netze</translation>
    </message>
    <message>
        <source>TLS on the control connection may end (CCC)</source>
        <translation>TLS auf der Kontrollverbindung darf enden (CCC)</translation>
    </message>
    <message>
        <source>Limit for stalled data connections in seconds</source>
        <translation>Grenze für stockende Datenverbindungen in Sekunden</translation>
    </message>
    <message>
        <source>Most sessions a client network (0: no limit)</source>
        <translation>Höchstzahl der Sitzungen je Client-Netz (0: keine Grenze)</translation>
    </message>
    <message>
        <source>Prefix length of a client network, IPv4</source>
        <translation>Präfixlänge eines Client-Netzes, IPv4</translation>
    </message>
    <message>
        <source>Prefix length of a client network, IPv6</source>
        <translation>Präfixlänge eines Client-Netzes, IPv6</translation>
    </message>
    <message>
        <source>external address %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <comment>address, gateway</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>External address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has no site &quot;%1&quot;. It stays, since the rule &quot;%2&quot; publishes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was imported for &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent at %1 manages no such FTP service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it to agent.json there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It manages: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>A lab is brought up: vsftpd with TLS behind a gateway, on loopback, by an ordinary user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway, server and both agents run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>
The whole story held: %1 promises.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>
%1 of %2 promises did not hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lab&apos;s files are in %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StoryTeller</name>
    <message>
        <source>Edit: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway&apos;s FTP filter is on and does not let AUTH TLS through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A finding predicts that clients get 550 to AUTH TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gets 550 and gives up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server saw the connections, but never AUTH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway&apos;s log names itself as the originator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter is switched off for that rule: login works, LIST fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before anything is applied, a finding predicts that LIST will hang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AUTH TLS has to get through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 logs in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gets no listing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The findings&apos; own fixes are taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has a fixed passive range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The site advertises the gateway&apos;s external address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule uses a protocol definition of its own that publishes the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No error is left in the findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied: plan shown, service restarted, tested from the outside, confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed passive range, external address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan names the changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test from the outside fails and says why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FTP service was restarted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is tested and confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule set is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: LIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: 20 MB down, same SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: 20 MB up, same SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>curl and lftp list, fetch and store 20 MB over TLS, by PASV and by EPSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter is switched on again, and lets AUTH TLS pass: it still works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter on again, AUTH TLS passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plain FTP session through the filter needs no fixed range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule publishes the control port and no range, and its filter is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lists in plain FTP meanwhile: the filter opens the data port, no range is set anywhere</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SupervisedProcess</name>
    <message>
        <source>It is not running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ended %1 times within a minute and is not started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It said &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SystemdControl</name>
    <message>
        <source>&quot;%1&quot; was not restarted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>systemd knows no such unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the unit in agent.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>systemd does not let the agent&apos;s user manage units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the agent as root, or allow it with a polkit rule for org.freedesktop.systemd1.manage-units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>systemd could not be asked: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the state of D-Bus on the node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was started too often in a short time, and systemd starts it no more until &quot;systemctl reset-failed %1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its process ended with the exit code %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its process was ended by the signal %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not start in the time that its unit gives it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A unit that it needs did not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another request took the job&apos;s place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>systemd says that the job ended as &quot;%1&quot; and the unit as &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>systemd says that %1 is %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>systemd did not finish the job within %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at &quot;systemctl status %1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at &quot;journalctl -u %1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A command of its unit failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>systemd calls %1 active, but no process of it runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its journal says &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tables</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Software</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passive range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>External address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any port</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n rules</source>
        <translation>
            <numerusform>%n Regel</numerusform>
            <numerusform>%n Regeln</numerusform>
        </translation>
    </message>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>External addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edited by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Initiated Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Denied Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed Connection Attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Restart, ends %n sessions</source>
        <translation>
            <numerusform>Neustart, beendet %n Sitzung</numerusform>
            <numerusform>Neustart, beendet %n Sitzungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Primary connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secondary connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FTP filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>The listener was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not one port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an address and a port, such as 203.0.113.1:21.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>#</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listener</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up / down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end to end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>explicit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>implicit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 outbound</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Terminal</name>
    <message>
        <source> [y/N] </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TestVerb</name>
    <message>
        <source>walks the way of a client through a rule, from the outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connects to the listener of each rule (or of those named) as any client would: greeting, AUTH TLS, handshake,
login, LIST and RETR by EPSV and by PASV, hash of the bytes. A wrong address in 227 is not hidden. For each
failure it names the cause, and the finding whose fix cures it. No agent is asked.

Exit code 0: all passed. 2: a test failed. 1: nothing could be tested.

  ferryctl test rules.json partner-upload
  ferryctl test --user test --password-file pw --upload incoming rules.json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was tested.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule set has no such rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No enabled rule is published by a gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing %1…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TlsSetup</name>
    <message>
        <source>The agent has no certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run &quot;ferrygate-agent enroll TOKEN&quot; with a token of &quot;ferryctl enroll token&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrol the agent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent&apos;s key was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds no EC key in PEM form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate names no role that exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue one with &quot;ferryctl enroll user&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Transactions</name>
    <message>
        <source>The Apply was not prepared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its transaction id was used before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan and apply again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its transaction id is not 1 to 64 characters of a-z, 0-9, &quot;.&quot;, &quot;_&quot; and &quot;-&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s to confirm is not between %2 and %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 applied from %2 at %3%4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, because: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another one is under way. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until it is confirmed or rolled back, then plan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The node was changed since the plan was made. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at what the node runs now, then plan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying the new settings of %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the rules of %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped: the agent was restarted before it was committed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rolled back: not confirmed in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rolled back: the agent was ended in the middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last good configuration runs again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes back by itself unless confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was rolled back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The transaction is not open on this node; it may have gone back by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the node&apos;s history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rolled back by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything was rolled back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent goes on trying where it can; look at the node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped: not committed in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Apply does not go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not open on this node: it went back, or was never prepared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was committed already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not committed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restarting %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not come up with the new settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the settings, then apply again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs again, process %2, after %3 ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giving %1 its rules…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giving %1 its old rules…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restarting %1 with its old settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not run with its old settings either. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has its new files, and is restarted by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes by hand are undone under the configuration that runs, and this is another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo them first, then apply the new configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The changes by hand were not undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No Apply has written anything on this node yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no file of a service or gateway here any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at what includes it; the last Apply wrote it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TranscriptText</name>
    <message>
        <source>Session %1 of %2, rule %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter of the rule is off: the gateway reads nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n older line(s) were not kept.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>TIME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CLIENT – GATEWAY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GATEWAY – SERVER</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialStart</name>
    <message>
        <source>%1 is not an address of this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It opened no port within %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerifyArguments</name>
    <message>
        <source>Logs in as NAME instead of anonymous.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NAME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads the password from the first line of PATH. Without it $FERRYGATE_FTP_PASSWORD is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PATH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetches PATH instead of the smallest file of the login directory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also stores a small file in DIRECTORY and deletes it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DIRECTORY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes only certificates signed by the authority in this PEM file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes only this key: SHA-256 of the public key in hex.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HASH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was tested.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password file cannot be read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a file that you may read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pin is 64 hexadecimal digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;ferryctl test&quot; shows the certificate that is there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VsftpdDriver</name>
    <message>
        <source>The settings of vsftpd were not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct configPath in agent.json.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VsftpdSettings</name>
    <message>
        <source>vsftpd on %1 cannot be set up so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server speaks TLS and the site says it does not; Ferrygate never switches TLS off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the site&apos;s TLS to explicit or implicit, or switch TLS off in %1 by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has neither listen=YES nor listen_ipv6=YES: vsftpd runs from inetd, where it has no port of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set listen=YES there and run vsftpd as a service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The site&apos;s address is %1, and vsftpd listens on the other protocol family.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set listen or listen_ipv6 in %1, or correct the site&apos;s address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pasv_address takes an IPv4 address, since 227 has room for no other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the external address; clients on IPv6 use EPSV, which carries none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One vsftpd serves one site, and %n are asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run one vsftpd for each site.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VsftpdTrial</name>
    <message>
        <source>vsftpd does not run with the new configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A trial start ended without a word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A trial start said &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the setting that it names in %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>XmlText</name>
    <message>
        <source>&quot;%1&quot; was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its bytes are no text in the encoding that it has by its beginning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has a document type (&lt;!DOCTYPE&gt;), which such a file never has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the document type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend it there; the server does not read it either.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::RpcPeer</name>
    <message>
        <source>The connection ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side closed it in the middle of a message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side closed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was closed on this side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side fell silent for %1 s in the middle of a message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request was not answered in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; got no reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the agent&apos;s log, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request id %1 came twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request was not carried out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests are waiting already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for their replies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reply came to the request %1, which was never made.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::agent::Agent</name>
    <message>
        <source>The agent does not listen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct &quot;listen&quot; in agent.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more connections were refused within a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent does not offer its metrics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct &quot;metrics&quot; in agent.json.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::agent::Listener</name>
    <message>
        <source>%1 connections are open already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The TLS handshake was not finished within %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The peer showed no certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The TLS handshake failed: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The peer went away during the TLS handshake.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::agent::Session</name>
    <message>
        <source>The connection ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side closed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The peer did not say hello.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request was not carried out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first request of a connection must be &quot;hello&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; came before &quot;hello&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This agent knows no method &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update the agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs the role %2, and the certificate of %3 says %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask an administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two sides did not agree on a wire version.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::backend::AgentClient</name>
    <message>
        <source>The agent at %1 was not reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not answer within %1 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See whether the machine is up and the port is not filtered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its certificate was not accepted: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enroll the agent with this console&apos;s authority.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See whether ferrygate-agent runs there and the address is right.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::backend::Deployer</name>
    <message>
        <source>Nothing was applied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Apply is under way here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm it or roll it back first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every node has to take part, so that nothing is applied by halves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything runs as the rule set has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new configuration runs, but the test from the outside failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert it, or keep it and cure the cause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not every node was confirmed; those go back by themselves. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old configuration runs again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old configuration comes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not confirmed in time, so the nodes go back by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply again, and keep it in time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::backend::EnrolmentServer</name>
    <message>
        <source>The enrolment was not offered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 port %2 cannot be listened on: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name an address of this machine and a free port with --listen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent was not enrolled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not answered here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret is not the token&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the token as it was printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token was used before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make another one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::backend::Rollout</name>
    <message>
        <source>%1 restarted in %2 ms, pid %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepare %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another node refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not come up with the new configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last good configuration runs again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not reached for the rollback and goes back by itself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::backend::Verifier</name>
    <message>
        <source>Test %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::console::ApplyControl</name>
    <message>
        <source>Reverted in the console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not published by any gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule is switched off, or it names a gateway or FTP service that is not there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::console::Console</name>
    <message>
        <source>The rule set is what the nodes run. Undo brings the changes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule set is what was saved last; what the nodes run was not applied from here. Undo brings the changes back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::console::RuleSetFiles</name>
    <message>
        <source>Rule sets (*.ferrygate.json *.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a new rule set?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another rule set?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Ferrygate?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ferrygate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule set has changes that are not saved. What runs on the nodes is not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a rule set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the rule set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a rule set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the rule set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule set was exported to %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::AboutDialog</name>
    <message>
        <source>Ferrygate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publishes FTP and FTPS servers through a gateway, and proves that they can be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the Apache License 2.0, without warranty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::ActionDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::AddressEdit</name>
    <message>
        <source>203.0.113.1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Write an IPv4 or IPv6 address.</source>
        <translation>Schreiben Sie eine IPv4- oder IPv6-Adresse.</translation>
    </message>
</context>
<context>
    <name>ferry::ui::ApplyView</name>
    <message>
        <source>Test from the outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n nodes run it and keep it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ferry::ui::CheckPage</name>
    <message>
        <source>Nothing found. Clients will be able to log in, list and transfer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it is, clients will meet a failure. You can still publish and mend it later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works, with something to know first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients will be able to log in, list and transfer. Good to know:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::CommandPalette</name>
    <message>
        <source>Find an action</source>
        <translation>Aktion suchen</translation>
    </message>
    <message>
        <source>Type a part of its name. What cannot be done with the selection is left out.</source>
        <translation>Tippen Sie einen Teil ihres Namens. Was mit der Auswahl nicht geht, ist weggelassen.</translation>
    </message>
    <message>
        <source>Name of the action</source>
        <translation>Name der Aktion</translation>
    </message>
    <message>
        <source>Actions found</source>
        <translation>Gefundene Aktionen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>No action is called “%1”.</source>
        <translation>Keine Aktion heißt „%1“.</translation>
    </message>
    <message>
        <source>Either there is none, or it cannot be used with what is selected.</source>
        <translation>Entweder gibt es keine, oder sie passt nicht zur Auswahl.</translation>
    </message>
    <message>
        <source>Type less of its name.</source>
        <translation>Tippen Sie weniger von ihrem Namen.</translation>
    </message>
</context>
<context>
    <name>ferry::ui::CommandSection</name>
    <message>
        <source>&amp;Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow &amp;only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: everything that is not refused below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refuse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wins over the list above. The gateway answers 550.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>USER, PASS, PASV, LIST, RETR, QUIT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DELE, RMD, SITE CHMOD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::ConflictCard</name>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The other change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reason was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not said.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::ConnectionList</name>
    <message>
        <source>Add &amp;primary connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;secondary connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Primary connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secondary connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connections were not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inbound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ports</source>
        <translation type="unfinished">Ports</translation>
    </message>
    <message>
        <source>Remove this connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened by the filter, for one session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened by the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>control port %1, then data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>control port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>always open: fixed passive range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 overlaps %2 above. Use each port once.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::ConnectionTestDialog</name>
    <message>
        <source>What cures it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the outside, as a client would.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the outside, as a client would: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test is running…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients cannot use this rule: %1 failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients can log in, list and transfer files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Test again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fix and test again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts the cure into the draft and shows what applying it changes. The test runs again after that.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::Countdown</name>
    <message>
        <source>Time left to keep the change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes back by itself in %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Going back…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::DataSection</name>
    <message>
        <source>&amp;Passive mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passive mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Active mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewrite the add&amp;ress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewrite the address in 227</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Same client only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data only from the same client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::Dialogs</name>
    <message>
        <source>Ferrygate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::DifferenceView</name>
    <message numerus="yes">
        <source>  … %n unchanged lines</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Difference of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing changes in this file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::ExternalAddressDialog</name>
    <message>
        <source>External address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One address for all &amp;gateways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One for &amp;each gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For servers that are published at several places. An empty field takes the address for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>External address of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where clients are told to send their data connections: the address in the server&apos;s 227 reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The listener&apos;s address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server&apos;s own address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field holds something that is not an IPv4 or IPv6 address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the field marked red.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is set: the server advertises its own inside address. Where the filter cannot rewrite it, clients connect to nowhere and LIST hangs after 150.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A private address cannot be reached from the Internet. It is right only for clients inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients are told to open data connections there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::FilterDialog</name>
    <message>
        <source>Filter settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished">Filter</translation>
    </message>
    <message>
        <source>What the gateway reads and enforces in each session of this rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter is not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this window and choose another rule.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::FilterPage</name>
    <message>
        <source>What clients may do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits, data connections and the greeting keep their defaults; the filter dialog of the rule has them all.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::FindingCard</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>ferry::ui::FindingsPanel</name>
    <message>
        <source>Findings</source>
        <translation type="unfinished">Befunde</translation>
    </message>
    <message>
        <source>Hide the findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found. The checks run after every edit.</source>
        <translation type="unfinished">Nichts gefunden. Geprüft wird nach jeder Bearbeitung.</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::FtpServiceDialog</name>
    <message>
        <source>/etc/vsftpd.conf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vsftpd.service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passive &amp;range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host and port of the agent on the server&apos;s machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soft&amp;ware</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file that the agent edits; it must allow it. Only its own keys change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is restarted: a systemd unit, or a child of the agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New FTP service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FTP server software that Ferrygate sets up and restarts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add service</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n ports, for all sites. A change counts after the restart that the next Apply makes.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Empty: the server picks any port. Encrypted clients then hang at LIST, since no gateway can publish that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an absolute path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the whole path, such as /etc/vsftpd.conf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::FtpServicesPage</name>
    <message>
        <source>FTP services</source>
        <translation type="unfinished">FTP-Dienste</translation>
    </message>
    <message>
        <source>No FTP services yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An FTP service is server software on a host with an agent: its passive range and external address are set here, and it is restarted from here. Publishing a server adds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passive range…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish FTP server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restarting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import from server: take over what the server has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import from server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>External address: what 227 tells clients outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>External address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The volume of the server&apos;s files is nearly full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free space on the volume of the server&apos;s files, and the ballast kept there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::GatewayChoice</name>
    <message>
        <source>Gateways</source>
        <translation type="unfinished">Gateways</translation>
    </message>
</context>
<context>
    <name>ferry::ui::GatewayDialog</name>
    <message>
        <source>ferrygate-proxy: the whole FTP filter, limits and session transcripts. Changes are taken over in place; open transfers go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kernel forwards. Filter on means its FTP helper: plain FTP only, no command policy. Changes are one atomic step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forwards ports, reads nothing: rules with the filter on get a finding. A change reloads it without closing sessions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>External a&amp;ddresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host and port of the agent on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of a certificate on the gateway, for rules that end TLS there. The key never leaves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A machine that accepts connections for published servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules offer these as listeners; without one, a rule cannot be published here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The addresses were not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of them cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write IPv4 or IPv6 addresses with commas between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses by net&amp;work</source>
        <translation>Adressen je &amp;Netz</translation>
    </message>
    <message>
        <source>For clients that reach this gateway at another address, such as those of the LAN.</source>
        <translation>Für Clients, die dieses Gateway unter einer anderen Adresse erreichen, etwa die des LAN.</translation>
    </message>
    <message>
        <source>In 227 replies of rules with the filter on, clients on these networks are told these addresses instead of the external one.</source>
        <translation>In 227-Antworten von Regeln mit eingeschaltetem Filter erfahren Clients in diesen Netzen diese Adressen statt der externen.</translation>
    </message>
    <message>
        <source>The addresses by network were not accepted.</source>
        <translation>Die Adressen je Netz wurden nicht angenommen.</translation>
    </message>
    <message>
        <source>Write a network, &quot;=&quot; and an IPv4 address, with commas between them.</source>
        <translation>Schreiben Sie je ein Netz, „=“ und eine IPv4-Adresse, mit Kommas dazwischen.</translation>
    </message>
    <message>
        <source>mod_proxy: reads every session, with command policy and TLS on both sides. A change starts a new process; open sessions go on in the old one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::GatewaysPage</name>
    <message>
        <source>Gateways</source>
        <translation type="unfinished">Gateways</translation>
    </message>
    <message>
        <source>No gateways yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gateway is the machine that accepts connections for published servers. Enrol its agent with “ferryctl enroll token”, then publish a server through it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add gateway…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What accepts connections, and how its agent answers.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::HistoryPage</name>
    <message>
        <source>History</source>
        <translation type="unfinished">Verlauf</translation>
    </message>
    <message>
        <source>Nothing was applied yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each Apply is kept here with who, when and why, what it changed, and whether it was confirmed or went back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was applied, newest first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 from %2, generation %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::ImportDialog</name>
    <message>
        <source>Protocol definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FTP service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show what stays the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has changed yet. The import is one step that can be undone; nodes change when you apply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objects with a known id are replaced in their place, new ones come behind the others. Nothing is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Replace everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file takes the place of the whole rule set. What it does not hold is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the import does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule set holds all of this already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 added, %2 changed, %3 removed, %4 the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n changes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to import.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::InspectionSection</name>
    <message>
        <source>FTP filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FTP &amp;filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a client asks for AUTH TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AUTH TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Way to the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Deny</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Terminate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same as the client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow CCC</source>
        <translation>CCC erlauben</translation>
    </message>
    <message>
        <source>Allow &amp;CCC</source>
        <translation>&amp;CCC erlauben</translation>
    </message>
</context>
<context>
    <name>ferry::ui::Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Nothing found. The checks run after every edit.</source>
        <translation>Nichts gefunden. Geprüft wird nach jeder Bearbeitung.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Select a row to read what it means and what was found.</source>
        <translation>Wählen Sie eine Zeile, um zu lesen, was sie bedeutet und was gefunden wurde.</translation>
    </message>
    <message>
        <source>No line of this rule was seen yet.</source>
        <translation>Von dieser Regel wurde noch keine Zeile gesehen.</translation>
    </message>
</context>
<context>
    <name>ferry::ui::LimitSection</name>
    <message>
        <source>&amp;Greeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Idle for at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Login within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions a &amp;client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command li&amp;ne</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished">keine Grenze</translation>
    </message>
    <message>
        <source>the server&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Data stalled for at most</source>
        <translation>&amp;Daten stocken höchstens</translation>
    </message>
    <message>
        <source>Sessions a net&amp;work</source>
        <translation>Sitzungen je Net&amp;z</translation>
    </message>
    <message>
        <source>IPv4 /</source>
        <translation>IPv4 /</translation>
    </message>
    <message>
        <source>Network size in IPv4</source>
        <translation>Netzgröße bei IPv4</translation>
    </message>
    <message>
        <source>IPv6 /</source>
        <translation>IPv6 /</translation>
    </message>
    <message>
        <source>Network size in IPv6</source>
        <translation>Netzgröße bei IPv6</translation>
    </message>
</context>
<context>
    <name>ferry::ui::ListenerEdit</name>
    <message>
        <source>Listener address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listener port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>por&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no listener yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its address is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an external address of the gateway.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::ListenerPage</name>
    <message>
        <source>&amp;Listener</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients &amp;from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any network</source>
        <translation type="unfinished">jedes Netz</translation>
    </message>
    <message>
        <source>&amp;Gateways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All chosen ones accept the same clients in the same way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients connect to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not among the external addresses of the chosen gateways.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” listens there too: the first rule whose networks match wins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients on any network may connect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients elsewhere are refused, unless a later rule lets them in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The networks were not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of them cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write networks such as 198.51.100.0/24, or leave the field empty.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::LogPage</name>
    <message>
        <source>Live log</source>
        <translation type="unfinished">Live-Protokoll</translation>
    </message>
    <message>
        <source>No log lines yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every connection that a gateway accepts, denies or ends is written here, with the reason and who caused it. Lines appear as soon as a gateway is connected and a client comes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No line found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No line matches the search. New lines that match appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused. %n new lines wait.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a line to read what its result code means.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line has no result code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this result code</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::MainWindow</name>
    <message>
        <source>This is the lab, a real FTPS server behind a real gateway, with faults in it. Three steps: read the findings below, press their quick fixes, then Review and apply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished">Suchen</translation>
    </message>
    <message>
        <source>%1 was restarted in %2 ms: process %3 listens on port %4 and greets with “%5”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not restarted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last good configuration runs again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the service&apos;s own log on its host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish FTP server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review and apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart FTP service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished">&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished">&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Review and apply · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, ends %n sessions</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>New rule set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1[*] – Ferrygate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::MessageStrip</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ferry::ui::NavigationList</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Protocols</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>FTP services</source>
        <translation>FTP-Dienste</translation>
    </message>
    <message>
        <source>Gateways</source>
        <translation>Gateways</translation>
    </message>
    <message>
        <source>Live log</source>
        <translation>Live-Protokoll</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>ferry::ui::NetworksEdit</name>
    <message>
        <source>Any network</source>
        <translation>Jedes Netz</translation>
    </message>
    <message>
        <source>Source networks</source>
        <translation>Quellnetze</translation>
    </message>
</context>
<context>
    <name>ferry::ui::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation type="unfinished">Übersicht</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished">Regeln</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished">Befunde</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished">Sitzungen</translation>
    </message>
    <message>
        <source>Not applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateways and FTP services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all switched on</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n switched off</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n transfers now</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>everything applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review and apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passive %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any passive port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FTP service, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet. Publishing a server adds its gateway and FTP service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was applied yet, or no node was asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Reason: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by %2: %3.%4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::PassivePage</name>
    <message>
        <source>External &amp;address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: the server picks any port, and LIST hangs after 150 because the gateway cannot know which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: the server picks any port, and the filter follows it. That is enough here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server tells clients to open data connections there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server tells clients to open data connections to the listener&apos;s address. Write another one if there is address translation in front of the gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The external address was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an address such as 203.0.113.1, or leave the field empty.</source>
        <translation>Schreiben Sie eine Adresse wie 203.0.113.1, oder lassen Sie das Feld leer.</translation>
    </message>
</context>
<context>
    <name>ferry::ui::PassiveRangeDialog</name>
    <message>
        <source>Set range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passive range of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ports that the FTP server hands out for listings and files, one for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range is not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this window and choose another service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Change %1 with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The protocol definition publishes the present range. If it stays behind, LIST will hang after 150.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new range counts after a restart of %1. The next Apply restarts it and ends its open sessions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The new range counts after a restart of %1. The next Apply restarts it and ends %n sessions.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>set the passive range of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::PassiveRangeForm</name>
    <message>
        <source>Passive &amp;range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: the server picks any port, and the gateway cannot publish that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many ports are enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfers at &amp;once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each listing is a transfer too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Time of a transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More ports needed than there are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ports needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n ports. Set for the whole server; each transfer takes one.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ferry::ui::PlanView</name>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes by node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2, line by line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::PortRangeEdit</name>
    <message>
        <source>5000–5003</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>21</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a port, or the first and the last of a range.</source>
        <translation>Schreiben Sie einen Port oder den ersten und letzten eines Bereichs.</translation>
    </message>
    <message>
        <source>One port is needed here, not a range.</source>
        <translation>Hier wird ein Port gebraucht, kein Bereich.</translation>
    </message>
</context>
<context>
    <name>ferry::ui::ProblemsDialog</name>
    <message>
        <source>%1 was not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n things in it cannot be used. Nothing was changed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why, and what to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::ProtocolEditor</name>
    <message>
        <source>Application &amp;filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FTP filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Primary connections: accepted at any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secondary connections: only on behalf of a live session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New protocol definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A built-in protocol definition. It can be read and copied, not edited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ports of a protocol, who opens them, and the filter that reads along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built-in definitions stay as they are. Customize makes a copy that you can edit, and “%1” uses it from then on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built-in definitions stay as they are. Customize makes a copy that you can edit and choose in your rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ustomize</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rule yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change reaches all of them with the next Apply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (custom%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FTP filter can be switched on and off in each rule. On, it opens the secondary connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No filter: only primary connections pass, and rules cannot switch the filter on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::ProtocolPage</name>
    <message>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FTPS, &amp;explicit TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients connect on port 21 in clear text and encrypt with AUTH TLS before they log in. What current clients expect (RFC 4217).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FTPS, &amp;implicit TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypted from the first byte, on port 990. For older clients that know nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names, passwords and files travel in clear text. The FTP filter can read all of it and needs no fixed ports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 speaks %2 now. Publishing sets it to %3, and applying restarts it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server itself has to speak TLS already: Ferrygate does not manage it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FTP, n&amp;o TLS</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::ProtocolsPage</name>
    <message>
        <source>Protocols</source>
        <translation type="unfinished">Protokolle</translation>
    </message>
    <message>
        <source>No protocol definitions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A protocol definition names the ports that a gateway accepts and the filter that reads them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customize…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New definition…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which ports a gateway accepts, and the filter that reads them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::PublishWizard</name>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Publish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish FTP server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish and &amp;apply…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::RestartDialog</name>
    <message>
        <source>%1 was restarted in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n sessions ended with it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The configuration that worked last runs again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not run now. Look at its own log on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not restarted. %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server reads its configuration anew. The gateway stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Ends %n sessions. Their transfers break off.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No session is open there now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends every session that is open there. How many is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restart %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 instead of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Port listens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greeting read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restart again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restarting %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restarting…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::ReviewDialog</name>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;vert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why you change this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the nodes what they run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep or revert first. Without an answer the nodes go back by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The nodes are being changed. Wait until they are done, or revert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is restarted. No session is open there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Restarting %1 ends %n sessions.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No FTP service is restarted. Open sessions go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review and apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has changed yet. After applying you have a minute to keep it or to go back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The nodes have not answered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>&amp;Apply to %n nodes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to apply: every node runs what the rule set says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed here. Kept in the history with your name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in the history with your name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot take part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is applied anywhere while a node is missing. Mend the node, then review again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is applied yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reason is needed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write why you change this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every node checks and stages the change. Nothing runs it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The nodes take the change over, FTP services first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change runs. A file is transferred from the outside to show that it works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs. Keep it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without an answer every node goes back to what it ran before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied</source>
        <translation type="unfinished">Angewendet</translation>
    </message>
    <message>
        <source>Went back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every node runs what it ran before. Your draft is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Review again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone else applied first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of yours was applied. Your draft is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::RuleDialog</name>
    <message>
        <source>Log the sessions of this rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any network</source>
        <translation type="unfinished">jedes Netz</translation>
    </message>
    <message>
        <source>port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Listener</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ad&amp;dress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients &amp;from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;escription</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where clients connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Gateways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;og sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where clients connect, and which server they reach.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, site %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server by its address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients connect to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients on any network may connect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients elsewhere are refused, unless a later rule lets them in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule is not complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No gateway is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s address or port cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an address such as 198.51.100.20 and a port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A source network cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write networks such as 198.51.100.0/24, or leave the field empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ilter settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as set for the site and the gateway</source>
        <translation>wie für Site und Gateway festgelegt</translation>
    </message>
    <message>
        <source>E&amp;xternal address</source>
        <translation>E&amp;xterne Adresse</translation>
    </message>
    <message>
        <source>With the filter on, 227 replies carry %1.</source>
        <translation>Mit eingeschaltetem Filter enthalten 227-Antworten %1.</translation>
    </message>
    <message>
        <source>What 227 replies carry where address translation stands in front of the gateway.</source>
        <translation>Was 227-Antworten enthalten, wo vor dem Gateway Adressen übersetzt werden.</translation>
    </message>
    <message>
        <source>The external address cannot be read.</source>
        <translation>Die externe Adresse ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Write an address such as 203.0.113.1, or leave the field empty.</source>
        <translation>Schreiben Sie eine Adresse wie 203.0.113.1, oder lassen Sie das Feld leer.</translation>
    </message>
</context>
<context>
    <name>ferry::ui::RulesPage</name>
    <message>
        <source>Rules</source>
        <translation type="unfinished">Regeln</translation>
    </message>
    <message>
        <source>No publishing rules yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule lets clients reach an FTP server through a gateway. The wizard asks for the server, TLS, the address and the ports, and checks that it will work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rule found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish FTP server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches “%1”. Escape in the search box shows all rules again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first enabled rule that matches listener and client wins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n rules found. The order can be changed where all rules are shown.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ferry::ui::SearchField</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Empty the search box</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::ServerImportDialog</name>
    <message>
        <source>Import %1 from its server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s own settings go into the rule set. Nothing changes on the server, and the import is one step that can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the import changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule set now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the agent what the server has…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to import into.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FTP service is not in the rule set any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule set says what the server has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n settings differ. The rule set takes those of the server.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n settings</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site “%1”, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::ServerPage</name>
    <message>
        <source>What to publish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A &amp;managed FTP service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ferrygate sets its passive range and external address, and restarts it when that is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server with a Ferrygate agent that is not in the rule set yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server by its a&amp;ddress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway alone is set up. The server&apos;s passive range and address are then yours to keep in step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sites of managed FTP services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>files-1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;gent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host and port of the agent on the server&apos;s machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FTP s&amp;erver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the gateway reaches it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, site %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its port cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its address cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an address such as 198.51.100.20, and a port from 1 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ne&amp;w FTP service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Service name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So&amp;ftware</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::SessionsPage</name>
    <message>
        <source>Sessions</source>
        <translation type="unfinished">Sitzungen</translation>
    </message>
    <message>
        <source>Nobody is connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each FTP session through a gateway is shown here while it lasts: who, since when, and what it transfers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n sessions through all gateways</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ferry::ui::ShortcutSheet</name>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menus show them too. Tab goes from field to field, Space turns switches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::SiteList</name>
    <message>
        <source>Add &amp;site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address on the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sites were not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of site &quot;%1&quot; cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the address at which the server listens, such as 198.51.100.20.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port of the site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS of the site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explicit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Implicit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this site</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::StatusLine</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>revision %1</source>
        <translation>Revision %1</translation>
    </message>
    <message>
        <source>Everything applied</source>
        <translation>Alles angewendet</translation>
    </message>
    <message>
        <source>%1 connected, %2 ms</source>
        <translation>%1 verbunden, %2 ms</translation>
    </message>
    <message>
        <source>%1 connecting</source>
        <translation>%1 wird verbunden</translation>
    </message>
    <message>
        <source>%1 not reached</source>
        <translation>%1 nicht erreicht</translation>
    </message>
    <message>
        <source>%1 stopped</source>
        <translation>%1 angehalten</translation>
    </message>
    <message numerus="yes">
        <source>%n changes not applied</source>
        <translation>
            <numerusform>%n Änderung nicht angewendet</numerusform>
            <numerusform>%n Änderungen nicht angewendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n nodes connected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 running, %n sessions</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ferry::ui::StepButton</name>
    <message>
        <source>Step %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still to come</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::StepList</name>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::StepRail</name>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::SummaryPage</name>
    <message>
        <source>Log the sessions of this rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For whom, and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Log sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What clients meet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changes where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No node has an agent yet, so that nothing can be applied.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::TableView</name>
    <message>
        <source>Columns of %1</source>
        <translation>Spalten von %1</translation>
    </message>
</context>
<context>
    <name>ferry::ui::ToggleDelegate</name>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
</context>
<context>
    <name>ferry::ui::UnappliedBar</name>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Review and apply…</source>
        <translation>Prüfen und anwenden …</translation>
    </message>
    <message>
        <source>Goes back to what runs. Undo brings the changes back.</source>
        <translation>Kehrt zurück zu dem, was läuft. Rückgängig bringt die Änderungen wieder.</translation>
    </message>
    <message numerus="yes">
        <source>%n changes not applied. The gateways still run what was there before.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ferry::ui::VolumeDialog</name>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ballast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Give back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ballast is a file that keeps room on the volume of the server&apos;s files. When the disk is full, it is given back at once, and uploads go on while you clean up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giving back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 free, at %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent keeps no ballast for this service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agent.json names no file for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &quot;ballast&quot; to the service in agent.json on the node, then start the agent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The volume is nearly full. Give the ballast back, then remove files that are not needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The volume is nearly full. Remove files that are not needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are kept now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is kept now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it like 2G, 500M or 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This much is kept already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write another size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping room…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
