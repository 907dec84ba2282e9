<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>CheckVerb</name>
    <message numerus="yes">
        <source>%n finding(s).</source>
        <translation>
            <numerusform>%n finding.</numerusform>
            <numerusform>%n findings.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message numerus="yes">
        <source>The certificate expires in %n days</source>
        <translation>
            <numerusform>The certificate expires in %n day</numerusform>
            <numerusform>The certificate expires in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Publish %1 with %2 (%n rules)</source>
        <translation>
            <numerusform>Publish %1 with %2 (%n rule)</numerusform>
            <numerusform>Publish %1 with %2 (%n rules)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 ports are few for %n transfers at once</source>
        <translation>
            <numerusform>%1 ports are few for %n transfer at once</numerusform>
            <numerusform>%1 ports are few for %n transfers at once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A port is busy for the transfer and four minutes after it (TIME_WAIT), so %n transfers at once need %1 ports; %2 has %3. When all are busy, clients get 425 and try again later.</source>
        <translation>
            <numerusform>A port is busy for the transfer and four minutes after it (TIME_WAIT), so %n transfer at once needs %1 ports; %2 has %3. When all are busy, clients get 425 and try again later.</numerusform>
            <numerusform>A port is busy for the transfer and four minutes after it (TIME_WAIT), so %n transfers at once need %1 ports; %2 has %3. When all are busy, clients get 425 and try again later.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Applying restarts %1 and ends %n sessions</source>
        <translation>
            <numerusform>Applying restarts %1 and ends %n session</numerusform>
            <numerusform>Applying restarts %1 and ends %n sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message numerus="yes">
        <source>move %n rules</source>
        <translation>
            <numerusform>move %n rule</numerusform>
            <numerusform>move %n rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>remove %n rules</source>
        <translation>
            <numerusform>remove %n rule</numerusform>
            <numerusform>remove %n rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterConsequence</name>
    <message numerus="yes">
        <source>%n commands pass; all others get 550 from the gateway.</source>
        <translation>
            <numerusform>%n command passes; all others get 550 from the gateway.</numerusform>
            <numerusform>%n commands pass; all others get 550 from the gateway.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n IPv4 addresses count as one network.</source>
        <translation>
            <numerusform>%n IPv4 address counts as one network.</numerusform>
            <numerusform>%n IPv4 addresses count as one network.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GatewayVerb</name>
    <message numerus="yes">
        <source>%n session(s) go on.</source>
        <translation>
            <numerusform>%n session goes on.</numerusform>
            <numerusform>%n sessions go on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) go on in the old process until they end.</source>
        <translation>
            <numerusform>%n session goes on in the old process until it ends.</numerusform>
            <numerusform>%n sessions go on in the old process until they end.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabVerb</name>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NodeReport</name>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ObjectEffect</name>
    <message numerus="yes">
        <source>%n rules use it.</source>
        <translation>
            <numerusform>%n rule uses it.</numerusform>
            <numerusform>%n rules use it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It hands out data ports %1, %n ports for the whole server.</source>
        <translation>
            <numerusform>It hands out data port %1, %n port for the whole server.</numerusform>
            <numerusform>It hands out data ports %1, %n ports for the whole server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accepts connections at %1 with %2. %n rules name it.</source>
        <translation>
            <numerusform>Accepts connections at %1 with %2. %n rule names it.</numerusform>
            <numerusform>Accepts connections at %1 with %2. %n rules name it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassiveRange</name>
    <message numerus="yes">
        <source>%n ports serve at most as many transfers at the same moment; the next client waits or gets 425.</source>
        <translation>
            <numerusform>%n port serves one transfer at a time; the next client waits or gets 425.</numerusform>
            <numerusform>%n ports serve at most as many transfers at the same moment; the next client waits or gets 425.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the long run, with ports at rest for up to 4 minutes, %n transfers at once go well.</source>
        <translation>
            <numerusform>In the long run, with ports at rest for up to 4 minutes, %n transfer at once goes well.</numerusform>
            <numerusform>In the long run, with ports at rest for up to 4 minutes, %n transfers at once go well.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transfers start in the 4 minutes that a used port may rest (TIME_WAIT), and one port more.</source>
        <translation>
            <numerusform>%n transfer starts in the 4 minutes that a used port may rest (TIME_WAIT), and one port more.</numerusform>
            <numerusform>%n transfers start in the 4 minutes that a used port may rest (TIME_WAIT), and one port more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestartVerb</name>
    <message numerus="yes">
        <source>%n session(s) ended.</source>
        <translation>
            <numerusform>%n session ended.</numerusform>
            <numerusform>%n sessions ended.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The wait was broken off with %n session(s) open.</source>
        <translation>
            <numerusform>The wait was broken off with %n session open.</numerusform>
            <numerusform>The wait was broken off with %n sessions open.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServiceDrain</name>
    <message numerus="yes">
        <source>Waiting for %n session(s), %1 s at most…</source>
        <translation>
            <numerusform>Waiting for %n session, %1 s at most…</numerusform>
            <numerusform>Waiting for %n sessions, %1 s at most…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Shapes</name>
    <message numerus="yes">
        <source>restarts %1 and ends %n session(s)</source>
        <translation>
            <numerusform>restarts %1 and ends %n session</numerusform>
            <numerusform>restarts %1 and ends %n sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StoreText</name>
    <message numerus="yes">
        <source>There are %n more problems.</source>
        <translation>
            <numerusform>There is %n more problem.</numerusform>
            <numerusform>There are %n more problems.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more problems are not listed.</source>
        <translation>
            <numerusform>%n more problem is not listed.</numerusform>
            <numerusform>%n more problems are not listed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tables</name>
    <message numerus="yes">
        <source>%n rules</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restart, ends %n sessions</source>
        <translation>
            <numerusform>Restart, ends %n session</numerusform>
            <numerusform>Restart, ends %n sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TranscriptText</name>
    <message numerus="yes">
        <source>%n older line(s) were not kept.</source>
        <translation>
            <numerusform>%n older line was not kept.</numerusform>
            <numerusform>%n older lines were not kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ferry::ui::ApplyView</name>
    <message numerus="yes">
        <source>%n nodes run it and keep it.</source>
        <translation>
            <numerusform>%n node runs it and keeps it.</numerusform>
            <numerusform>%n nodes run it and keep it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ferry::ui::ConflictCard</name>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ferry::ui::DifferenceView</name>
    <message numerus="yes">
        <source>  … %n unchanged lines</source>
        <translation>
            <numerusform>  … %n unchanged line</numerusform>
            <numerusform>  … %n unchanged lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ferry::ui::FindingsPanel</name>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ferry::ui::FtpServiceDialog</name>
    <message numerus="yes">
        <source>%n ports, for all sites. A change counts after the restart that the next Apply makes.</source>
        <translation>
            <numerusform>%n port, for all sites. A change counts after the restart that the next Apply makes.</numerusform>
            <numerusform>%n ports, for all sites. A change counts after the restart that the next Apply makes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ferry::ui::ImportDialog</name>
    <message numerus="yes">
        <source>&amp;Import %n changes</source>
        <translation>
            <numerusform>&amp;Import %n change</numerusform>
            <numerusform>&amp;Import %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ferry::ui::LogPage</name>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused. %n new lines wait.</source>
        <translation>
            <numerusform>Paused. %n new line waits.</numerusform>
            <numerusform>Paused. %n new lines wait.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ferry::ui::MainWindow</name>
    <message numerus="yes">
        <source>%1, ends %n sessions</source>
        <translation>
            <numerusform>%1, ends %n session</numerusform>
            <numerusform>%1, ends %n sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ferry::ui::OverviewPage</name>
    <message numerus="yes">
        <source>%n switched off</source>
        <translation>
            <numerusform>%n switched off</numerusform>
            <numerusform>%n switched off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transfers now</source>
        <translation>
            <numerusform>%n transfer now</numerusform>
            <numerusform>%n transfers now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ferry::ui::PassiveRangeDialog</name>
    <message numerus="yes">
        <source>The new range counts after a restart of %1. The next Apply restarts it and ends %n sessions.</source>
        <translation>
            <numerusform>The new range counts after a restart of %1. The next Apply restarts it and ends %n session.</numerusform>
            <numerusform>The new range counts after a restart of %1. The next Apply restarts it and ends %n sessions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ferry::ui::PassiveRangeForm</name>
    <message numerus="yes">
        <source>%n ports. Set for the whole server; each transfer takes one.</source>
        <translation>
            <numerusform>%n port. Set for the whole server; each transfer takes one.</numerusform>
            <numerusform>%n ports. Set for the whole server; each transfer takes one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ferry::ui::ProblemsDialog</name>
    <message numerus="yes">
        <source>%n things in it cannot be used. Nothing was changed.</source>
        <translation>
            <numerusform>%n thing in it cannot be used. Nothing was changed.</numerusform>
            <numerusform>%n things in it cannot be used. Nothing was changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ferry::ui::RestartDialog</name>
    <message numerus="yes">
        <source>%n sessions ended with it.</source>
        <translation>
            <numerusform>%n session ended with it.</numerusform>
            <numerusform>%n sessions ended with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ends %n sessions. Their transfers break off.</source>
        <translation>
            <numerusform>Ends %n session. Its transfer breaks off.</numerusform>
            <numerusform>Ends %n sessions. Their transfers break off.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ferry::ui::ReviewDialog</name>
    <message numerus="yes">
        <source>Restarting %1 ends %n sessions.</source>
        <translation>
            <numerusform>Restarting %1 ends %n session.</numerusform>
            <numerusform>Restarting %1 ends %n sessions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Apply to %n nodes</source>
        <translation>
            <numerusform>&amp;Apply to %n node</numerusform>
            <numerusform>&amp;Apply to %n nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ferry::ui::RulesPage</name>
    <message numerus="yes">
        <source>%n rules found. The order can be changed where all rules are shown.</source>
        <translation>
            <numerusform>%n rule found. The order can be changed where all rules are shown.</numerusform>
            <numerusform>%n rules found. The order can be changed where all rules are shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ferry::ui::ServerImportDialog</name>
    <message numerus="yes">
        <source>%n settings differ. The rule set takes those of the server.</source>
        <translation>
            <numerusform>%n setting differs. The rule set takes that of the server.</numerusform>
            <numerusform>%n settings differ. The rule set takes those of the server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n settings</source>
        <translation>
            <numerusform>&amp;Import %n setting</numerusform>
            <numerusform>&amp;Import %n settings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ferry::ui::SessionsPage</name>
    <message numerus="yes">
        <source>%n sessions through all gateways</source>
        <translation>
            <numerusform>%n session through all gateways</numerusform>
            <numerusform>%n sessions through all gateways</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ferry::ui::StatusLine</name>
    <message numerus="yes">
        <source>%n changes not applied</source>
        <translation>
            <numerusform>%n change not applied</numerusform>
            <numerusform>%n changes not applied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n nodes connected</source>
        <translation>
            <numerusform>%1 of %n node connected</numerusform>
            <numerusform>%1 of %n nodes connected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 running, %n sessions</source>
        <translation>
            <numerusform>%1 running, %n session</numerusform>
            <numerusform>%1 running, %n sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ferry::ui::UnappliedBar</name>
    <message numerus="yes">
        <source>%n changes not applied. The gateways still run what was there before.</source>
        <translation>
            <numerusform>%n change not applied. The gateways still run what was there before.</numerusform>
            <numerusform>%n changes not applied. The gateways still run what was there before.</numerusform>
        </translation>
    </message>
</context>
</TS>
