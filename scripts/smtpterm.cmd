@echo off
rem Starts smtpterm: finds Java 17 or newer, builds the program with Maven if need be, runs it.
rem Works from any directory, and as a copy beside smtpterm.jar.
rem Ends with the exit code of the program, or with 2 if the program could not be started.
rem Says everything in both languages and in ASCII, since a console may know no other letters.
setlocal EnableExtensions DisableDelayedExpansion

for %%I in ("%~dp0..") do set "_root=%%~fI"

call :find_java
if not defined _java goto no_java

set "_jar=%~dp0smtpterm.jar"
if exist "%_jar%" goto run
set "_jar=%_root%\target\smtpterm.jar"
if exist "%_root%\pom.xml" if exist "%_root%\src\main\java\smtpterm" goto check
if not exist "%_jar%" set "_jar=%_root%\smtpterm.jar"
if exist "%_jar%" goto run
>&2 echo smtpterm: Das Programm smtpterm.jar fehlt in "%~dp0", "%_root%" und "%_root%\target".
>&2 echo smtpterm: The program smtpterm.jar is missing in "%~dp0", "%_root%" and "%_root%\target".
exit /b 2

rem --- Built already? The list of the sources tells, as it was when the jar was made.
:check
set "_work=%_root%\target\start.%RANDOM%%RANDOM%"
set "_made_from=%_root%\target\start.sources"
mkdir "%_work%" 2>nul
if not exist "%_work%\" goto not_writable
call :list_sources >"%_work%\sources"
if not exist "%_jar%" goto build
fc "%_work%\sources" "%_made_from%" >nul 2>nul
if errorlevel 1 goto build
rmdir /s /q "%_work%"
goto run

rem --- In a folder of its own, then moved into place whole: two starts do not disturb each other.
:build
for %%M in (mvn.cmd) do set "_mvn=%%~$PATH:M"
if not defined _mvn goto no_maven
call :find_java javac.exe
if not defined _java goto no_compiler
>&2 echo smtpterm: Das Programm wird einmal gebaut; das kann eine Minute dauern ...
>&2 echo smtpterm: Building the program once; this can take a minute ...
call :maven <nul >"%_work%\build.log" 2>&1
if not exist "%_work%\smtpterm.jar" goto failed
move /y "%_work%\smtpterm.jar" "%_jar%" >nul 2>nul
if errorlevel 1 goto in_use
move /y "%_work%\sources" "%_made_from%" >nul
rmdir /s /q "%_work%"
goto run

:maven
setlocal
set "JAVA_HOME=%_home%"
pushd "%_root%"
call "%_mvn%" -B -q -Dquick -Dmaven.test.skip=true "-Dtarget.folder=%_work%" package
if errorlevel 1 del /q "%_work%\smtpterm.jar" 2>nul
popd
exit /b

:run
rem The first second counts more here than the last percent of speed: hence one compiler, not two.
"%_java%" -XX:-UsePerfData -Xmx256m -XX:TieredStopAtLevel=1 -jar "%_jar%" %*
exit /b %ERRORLEVEL%

rem --- Time to the minute, size and name of everything that goes into the jar.
:list_sources
for %%F in ("%_root%\pom.xml") do echo %%~tF %%~zF "%%~F"
for /r "%_root%\src\main" %%F in (*) do echo %%~tF %%~zF "%%F"
exit /b 0

rem --- Sets _java and _home, or clears _java. With an argument: only where that file is as well.
:find_java
set "_java="
set "_places=%PATH:"=%"
if defined JAVA_HOME call :fits "%JAVA_HOME%\bin\java.exe" %1
for %%P in ("%_places:;=" "%") do if not defined _java call :fits "%%~P\java.exe" %1
exit /b

:fits
if not exist "%~1" exit /b
if not "%~2"=="" if not exist "%~dp1%~2" exit /b
for %%I in ("%~dp1..") do set "_home=%%~fI"
set "_version="
rem Reading the file is faster than asking; some copies of java.exe stand alone, those are asked.
if exist "%_home%\release" for /f "usebackq tokens=1,2 delims==" %%K in ("%_home%\release") do if "%%K"=="JAVA_VERSION" set "_version=%%~L"
if not defined _version for /f "tokens=2,3" %%K in ('call "%~1" -version 2^>^&1 ^<nul') do if "%%K"=="version" set "_version=%%~L"
for /f "delims=.-+_" %%V in ("%_version%") do if %%V GEQ 17 set "_java=%~f1"
exit /b

:no_java
>&2 echo smtpterm: Java 17 oder neuer fehlt. Gesucht habe ich in JAVA_HOME "%JAVA_HOME%" und PATH. Installiere ein JDK, zum Beispiel von https://adoptium.net
>&2 echo smtpterm: Java 17 or newer is missing. I looked in JAVA_HOME "%JAVA_HOME%" and PATH. Install a JDK, for example from https://adoptium.net
exit /b 2

:no_maven
>&2 echo smtpterm: Zum Bauen fehlt Maven (mvn.cmd). Installiere es von https://maven.apache.org
>&2 echo smtpterm: Building needs Maven (mvn.cmd), which is missing. Install it from https://maven.apache.org
goto as_it_is

:no_compiler
>&2 echo smtpterm: Zum Bauen fehlt der Compiler javac, denn gefunden wurde nur eine Laufzeitumgebung. Installiere ein JDK, zum Beispiel von https://adoptium.net
>&2 echo smtpterm: Building needs the compiler javac, but only a runtime was found. Install a JDK, for example from https://adoptium.net
call :find_java
goto as_it_is

:in_use
>&2 echo smtpterm: Das Programm ist noch offen und kann deshalb nicht erneuert werden.
>&2 echo smtpterm: The program is still open, so it cannot be replaced.

:as_it_is
rmdir /s /q "%_work%"
if not exist "%_jar%" exit /b 2
>&2 echo smtpterm: Es startet das vorhandene Programm; seine Quellen sind vielleicht neuer.
>&2 echo smtpterm: Starting the program as it is; it may be older than its sources.
goto run

:failed
type "%_work%\build.log" >&2
move /y "%_work%\build.log" "%_root%\target\build.log" >nul
rmdir /s /q "%_work%"
>&2 echo smtpterm: Der Bau ist gescheitert. Warum, zeigen die Zeilen oben und die Datei "%_root%\target\build.log".
>&2 echo smtpterm: The build failed. The reason is above and in "%_root%\target\build.log".
exit /b 2

:not_writable
if exist "%_jar%" goto run
>&2 echo smtpterm: Das Programm kann nicht gebaut werden: In "%_root%\target" darf ich nicht schreiben.
>&2 echo smtpterm: The program cannot be built: "%_root%\target" is not writable.
exit /b 2
